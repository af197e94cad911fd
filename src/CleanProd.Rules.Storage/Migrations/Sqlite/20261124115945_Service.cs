using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CleanProd.Rules.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Service : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "determinations");

            migrationBuilder.DropTable(
                name: "runs");

            migrationBuilder.AddColumn<string>(
                name: "actor",
                table: "imports",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "content_key",
                table: "imports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "effective_at",
                table: "imports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "label",
                table: "imports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "map",
                table: "imports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "mode",
                table: "imports",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "region",
                table: "imports",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "state",
                table: "imports",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "undone_at",
                table: "imports",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "year",
                table: "imports",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "arguments",
                table: "findings",
                type: "TEXT",
                nullable: true)
                .Annotation("Relational:ColumnOrder", 11);

            migrationBuilder.CreateTable(
                name: "accepted_findings",
                columns: table => new
                {
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    row_no = table.Column<int>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accepted_findings", x => new { x.import_id, x.row_no });
                    table.ForeignKey(
                        name: "FK_accepted_findings_imports_import_id",
                        column: x => x.import_id,
                        principalTable: "imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "access_log",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    roles = table.Column<string>(type: "TEXT", nullable: false),
                    method = table.Column<string>(type: "TEXT", nullable: false),
                    path = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_log", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "account_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    claim_type = table.Column<string>(type: "TEXT", nullable: true),
                    claim_value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_claims", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "account_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    provider_key = table.Column<string>(type: "TEXT", nullable: false),
                    provider_display_name = table.Column<string>(type: "TEXT", nullable: true),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_logins", x => new { x.login_provider, x.provider_key });
                });

            migrationBuilder.CreateTable(
                name: "account_tokens",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_tokens", x => new { x.user_id, x.login_provider, x.name });
                });

            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    display_name = table.Column<string>(type: "TEXT", nullable: false),
                    is_machine = table.Column<bool>(type: "INTEGER", nullable: false),
                    must_change_password = table.Column<bool>(type: "INTEGER", nullable: false),
                    disabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    user_name = table.Column<string>(type: "TEXT", nullable: true),
                    normalized_user_name = table.Column<string>(type: "TEXT", nullable: true),
                    email = table.Column<string>(type: "TEXT", nullable: true),
                    normalized_email = table.Column<string>(type: "TEXT", nullable: true),
                    email_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<DateTime>(type: "TEXT", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_files",
                columns: table => new
                {
                    track = table.Column<string>(type: "TEXT", nullable: false),
                    audit = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    author = table.Column<string>(type: "TEXT", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_files", x => new { x.track, x.audit, x.version });
                });

            migrationBuilder.CreateTable(
                name: "case_lists",
                columns: table => new
                {
                    list_id = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_lists", x => x.list_id);
                });

            migrationBuilder.CreateTable(
                name: "case_terms",
                columns: table => new
                {
                    list_id = table.Column<string>(type: "TEXT", nullable: false),
                    seq = table.Column<int>(type: "INTEGER", nullable: false),
                    evaluation_required = table.Column<bool>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_terms", x => new { x.list_id, x.seq });
                });

            migrationBuilder.CreateTable(
                name: "cases",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    list_id = table.Column<string>(type: "TEXT", nullable: false),
                    list_year = table.Column<int>(type: "INTEGER", nullable: false),
                    facility_id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    region = table.Column<string>(type: "TEXT", nullable: false),
                    published_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    stage = table.Column<string>(type: "TEXT", nullable: false),
                    underway = table.Column<bool>(type: "INTEGER", nullable: false),
                    notified = table.Column<bool>(type: "INTEGER", nullable: false),
                    started_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    accepted_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    next_due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    owes = table.Column<bool>(type: "INTEGER", nullable: false),
                    reminded_through = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "column_maps",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    region = table.Column<string>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_column_maps", x => new { x.name, x.version });
                });

            migrationBuilder.CreateTable(
                name: "cookie_keys",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    xml = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cookie_keys", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "documents",
                columns: table => new
                {
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kept_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_documents", x => x.sha256);
                });

            migrationBuilder.CreateTable(
                name: "import_acts",
                columns: table => new
                {
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    seq = table.Column<int>(type: "INTEGER", nullable: false),
                    act = table.Column<string>(type: "TEXT", nullable: false),
                    officer = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_acts", x => new { x.import_id, x.seq });
                    table.ForeignKey(
                        name: "FK_import_acts_imports_import_id",
                        column: x => x.import_id,
                        principalTable: "imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_jobs",
                columns: table => new
                {
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    token = table.Column<string>(type: "TEXT", nullable: true),
                    due_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    file = table.Column<string>(type: "TEXT", nullable: true),
                    rows = table.Column<long>(type: "INTEGER", nullable: false),
                    failure_zh = table.Column<string>(type: "TEXT", nullable: true),
                    failure_en = table.Column<string>(type: "TEXT", nullable: true),
                    regions = table.Column<string>(type: "TEXT", nullable: false),
                    facilities = table.Column<string>(type: "TEXT", nullable: false),
                    map_sha256 = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_jobs", x => x.import_id);
                    table.ForeignKey(
                        name: "FK_import_jobs_imports_import_id",
                        column: x => x.import_id,
                        principalTable: "imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_uploads",
                columns: table => new
                {
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    row_no = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_uploads", x => new { x.import_id, x.row_no });
                    table.ForeignKey(
                        name: "FK_import_uploads_imports_import_id",
                        column: x => x.import_id,
                        principalTable: "imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_import_uploads_source_files_sha256",
                        column: x => x.sha256,
                        principalTable: "source_files",
                        principalColumn: "sha256",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_years",
                columns: table => new
                {
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    row_no = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_years", x => new { x.import_id, x.row_no });
                    table.ForeignKey(
                        name: "FK_import_years_imports_import_id",
                        column: x => x.import_id,
                        principalTable: "imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "inbox_items",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    fingerprint = table.Column<string>(type: "TEXT", nullable: false),
                    import_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inbox_items", x => new { x.name, x.fingerprint });
                    table.ForeignKey(
                        name: "FK_inbox_items_imports_import_id",
                        column: x => x.import_id,
                        principalTable: "imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "journal",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    act = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    previous = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journal", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "known_facilities",
                columns: table => new
                {
                    facility_id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    region_code = table.Column<string>(type: "TEXT", nullable: false),
                    industry = table.Column<string>(type: "TEXT", nullable: true),
                    credit_code = table.Column<string>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    last_import_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_facilities", x => x.facility_id);
                    table.ForeignKey(
                        name: "FK_known_facilities_imports_last_import_id",
                        column: x => x.last_import_id,
                        principalTable: "imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "messages",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    facility_id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    region = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    zh = table.Column<string>(type: "TEXT", nullable: false),
                    en = table.Column<string>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_messages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pushes",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    idempotency_key = table.Column<string>(type: "TEXT", nullable: false),
                    body_sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    import_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pushes", x => new { x.account_id, x.idempotency_key });
                    table.ForeignKey(
                        name: "FK_pushes_imports_import_id",
                        column: x => x.import_id,
                        principalTable: "imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "schedules",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    region = table.Column<string>(type: "TEXT", nullable: false),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    hour = table.Column<int>(type: "INTEGER", nullable: false),
                    enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    since = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_schedules", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "screenings",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    region = table.Column<string>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    as_of = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    known_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    imports = table.Column<string>(type: "TEXT", nullable: false),
                    packs = table.Column<string>(type: "TEXT", nullable: false),
                    reference = table.Column<string>(type: "TEXT", nullable: false),
                    reference_hash = table.Column<string>(type: "TEXT", nullable: false),
                    cross_check = table.Column<int>(type: "INTEGER", nullable: false),
                    occurrence = table.Column<string>(type: "TEXT", nullable: true),
                    due_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    base_run = table.Column<long>(type: "INTEGER", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    requested_by = table.Column<string>(type: "TEXT", nullable: false),
                    requested_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    queued_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    facilities = table.Column<int>(type: "INTEGER", nullable: false),
                    carried = table.Column<int>(type: "INTEGER", nullable: false),
                    result_hash = table.Column<string>(type: "TEXT", nullable: true),
                    counts = table.Column<string>(type: "TEXT", nullable: true),
                    failure = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_screenings", x => x.id);
                    table.ForeignKey(
                        name: "FK_screenings_screenings_base_run",
                        column: x => x.base_run,
                        principalTable: "screenings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "voluntary_audits",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    facility_id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    region = table.Column<string>(type: "TEXT", nullable: false),
                    applied_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    valid_through = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    told_through = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    recognised_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_voluntary_audits", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "api_keys",
                columns: table => new
                {
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    beginning = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revoked_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_api_keys", x => x.sha256);
                    table.ForeignKey(
                        name: "FK_api_keys_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "grants",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", nullable: false),
                    region = table.Column<string>(type: "TEXT", nullable: false),
                    department = table.Column<string>(type: "TEXT", nullable: false),
                    facility_id = table.Column<string>(type: "TEXT", nullable: true),
                    given_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_grants", x => x.id);
                    table.ForeignKey(
                        name: "FK_grants_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    seen_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: false),
                    browser = table.Column<string>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sessions", x => x.id);
                    table.ForeignKey(
                        name: "FK_sessions_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_duties",
                columns: table => new
                {
                    case_id = table.Column<long>(type: "INTEGER", nullable: false),
                    duty = table.Column<string>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    waits = table.Column<bool>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_duties", x => new { x.case_id, x.duty });
                    table.ForeignKey(
                        name: "FK_case_duties_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_events",
                columns: table => new
                {
                    aggregate = table.Column<long>(type: "INTEGER", nullable: false),
                    seq = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_events", x => new { x.aggregate, x.seq });
                    table.ForeignKey(
                        name: "FK_case_events_cases_aggregate",
                        column: x => x.aggregate,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_roll_overs",
                columns: table => new
                {
                    case_id = table.Column<long>(type: "INTEGER", nullable: false),
                    list_id = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_roll_overs", x => new { x.case_id, x.list_id });
                    table.ForeignKey(
                        name: "FK_case_roll_overs_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "objections",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    case_id = table.Column<long>(type: "INTEGER", nullable: false),
                    facility_id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    region = table.Column<string>(type: "TEXT", nullable: false),
                    filed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    run = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_objections", x => x.id);
                    table.ForeignKey(
                        name: "FK_objections_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notice_organs",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    region = table.Column<string>(type: "TEXT", nullable: false),
                    name_zh = table.Column<string>(type: "TEXT", nullable: false),
                    name_en = table.Column<string>(type: "TEXT", nullable: false),
                    word = table.Column<string>(type: "TEXT", nullable: false),
                    withdrawal_word = table.Column<string>(type: "TEXT", nullable: false),
                    number_format = table.Column<string>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    contact = table.Column<string>(type: "TEXT", nullable: true),
                    telephone = table.Column<string>(type: "TEXT", nullable: true),
                    copies_zh = table.Column<string>(type: "TEXT", nullable: true),
                    copies_en = table.Column<string>(type: "TEXT", nullable: true),
                    template_sha256 = table.Column<string>(type: "TEXT", nullable: true),
                    withdrawal_template_sha256 = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice_organs", x => x.id);
                    table.ForeignKey(
                        name: "FK_notice_organs_documents_template_sha256",
                        column: x => x.template_sha256,
                        principalTable: "documents",
                        principalColumn: "sha256",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_notice_organs_documents_withdrawal_template_sha256",
                        column: x => x.withdrawal_template_sha256,
                        principalTable: "documents",
                        principalColumn: "sha256",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "message_reads",
                columns: table => new
                {
                    message_id = table.Column<long>(type: "INTEGER", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_message_reads", x => new { x.message_id, x.account_id });
                    table.ForeignKey(
                        name: "FK_message_reads_messages_message_id",
                        column: x => x.message_id,
                        principalTable: "messages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "lists",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    batch = table.Column<int>(type: "INTEGER", nullable: false),
                    amendment = table.Column<int>(type: "INTEGER", nullable: false),
                    jurisdiction = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    run_id = table.Column<long>(type: "INTEGER", nullable: true),
                    amends = table.Column<long>(type: "INTEGER", nullable: true),
                    basis = table.Column<string>(type: "TEXT", nullable: false),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lists", x => x.id);
                    table.ForeignKey(
                        name: "FK_lists_lists_amends",
                        column: x => x.amends,
                        principalTable: "lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_lists_screenings_run_id",
                        column: x => x.run_id,
                        principalTable: "screenings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "screening_roster",
                columns: table => new
                {
                    run_id = table.Column<long>(type: "INTEGER", nullable: false),
                    facility_no = table.Column<int>(type: "INTEGER", nullable: false),
                    facility_id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    region = table.Column<string>(type: "TEXT", nullable: false),
                    carried = table.Column<bool>(type: "INTEGER", nullable: false),
                    audits = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_screening_roster", x => new { x.run_id, x.facility_no });
                    table.ForeignKey(
                        name: "FK_screening_roster_screenings_run_id",
                        column: x => x.run_id,
                        principalTable: "screenings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "screening_shards",
                columns: table => new
                {
                    run_id = table.Column<long>(type: "INTEGER", nullable: false),
                    shard_no = table.Column<int>(type: "INTEGER", nullable: false),
                    from_no = table.Column<int>(type: "INTEGER", nullable: false),
                    to_no = table.Column<int>(type: "INTEGER", nullable: false),
                    facilities = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    token = table.Column<long>(type: "INTEGER", nullable: false),
                    lease_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    worker = table.Column<string>(type: "TEXT", nullable: true),
                    faults = table.Column<int>(type: "INTEGER", nullable: false),
                    queued_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    done_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_screening_shards", x => new { x.run_id, x.shard_no });
                    table.ForeignKey(
                        name: "FK_screening_shards_screenings_run_id",
                        column: x => x.run_id,
                        principalTable: "screenings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "voluntary_events",
                columns: table => new
                {
                    aggregate = table.Column<long>(type: "INTEGER", nullable: false),
                    seq = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_voluntary_events", x => new { x.aggregate, x.seq });
                    table.ForeignKey(
                        name: "FK_voluntary_events_voluntary_audits_aggregate",
                        column: x => x.aggregate,
                        principalTable: "voluntary_audits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "objection_events",
                columns: table => new
                {
                    aggregate = table.Column<long>(type: "INTEGER", nullable: false),
                    seq = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_objection_events", x => new { x.aggregate, x.seq });
                    table.ForeignKey(
                        name: "FK_objection_events_objections_aggregate",
                        column: x => x.aggregate,
                        principalTable: "objections",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notice_batches",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    list_id = table.Column<long>(type: "INTEGER", nullable: false),
                    publication_id = table.Column<long>(type: "INTEGER", nullable: false),
                    organ_id = table.Column<long>(type: "INTEGER", nullable: false),
                    region = table.Column<string>(type: "TEXT", nullable: false),
                    issued_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    ordered_by = table.Column<string>(type: "TEXT", nullable: false),
                    ordered_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    touched_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice_batches", x => x.id);
                    table.ForeignKey(
                        name: "FK_notice_batches_notice_organs_organ_id",
                        column: x => x.organ_id,
                        principalTable: "notice_organs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notice_series",
                columns: table => new
                {
                    organ_id = table.Column<long>(type: "INTEGER", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    word = table.Column<string>(type: "TEXT", nullable: false),
                    last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice_series", x => new { x.organ_id, x.year, x.word });
                    table.ForeignKey(
                        name: "FK_notice_series_notice_organs_organ_id",
                        column: x => x.organ_id,
                        principalTable: "notice_organs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notices",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    list_id = table.Column<long>(type: "INTEGER", nullable: false),
                    publication_id = table.Column<long>(type: "INTEGER", nullable: false),
                    facility_id = table.Column<string>(type: "TEXT", nullable: false),
                    facility_name = table.Column<string>(type: "TEXT", nullable: false),
                    region = table.Column<string>(type: "TEXT", nullable: false),
                    issue = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    supersedes_id = table.Column<long>(type: "INTEGER", nullable: true),
                    organ_id = table.Column<long>(type: "INTEGER", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    word = table.Column<string>(type: "TEXT", nullable: false),
                    running_number = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    issued_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    content_sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    template_sha256 = table.Column<string>(type: "TEXT", nullable: true),
                    document_sha256 = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    served_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    served_by = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notices", x => x.id);
                    table.ForeignKey(
                        name: "FK_notices_documents_document_sha256",
                        column: x => x.document_sha256,
                        principalTable: "documents",
                        principalColumn: "sha256",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_notices_documents_template_sha256",
                        column: x => x.template_sha256,
                        principalTable: "documents",
                        principalColumn: "sha256",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_notices_notice_organs_organ_id",
                        column: x => x.organ_id,
                        principalTable: "notice_organs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_notices_notices_supersedes_id",
                        column: x => x.supersedes_id,
                        principalTable: "notices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "list_entries",
                columns: table => new
                {
                    list_id = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_no = table.Column<int>(type: "INTEGER", nullable: false),
                    facility_id = table.Column<string>(type: "TEXT", nullable: false),
                    class_id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    region = table.Column<string>(type: "TEXT", nullable: false),
                    origin = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    included = table.Column<bool>(type: "INTEGER", nullable: false),
                    decision = table.Column<string>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    next_department = table.Column<string>(type: "TEXT", nullable: true),
                    next_level = table.Column<string>(type: "TEXT", nullable: true),
                    barred = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_list_entries", x => new { x.list_id, x.entry_no });
                    table.ForeignKey(
                        name: "FK_list_entries_lists_list_id",
                        column: x => x.list_id,
                        principalTable: "lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "list_events",
                columns: table => new
                {
                    list_id = table.Column<long>(type: "INTEGER", nullable: false),
                    seq = table.Column<int>(type: "INTEGER", nullable: false),
                    act = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_list_events", x => new { x.list_id, x.seq });
                    table.ForeignKey(
                        name: "FK_list_events_lists_list_id",
                        column: x => x.list_id,
                        principalTable: "lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "publications",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    list_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    jurisdiction = table.Column<string>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    batch = table.Column<int>(type: "INTEGER", nullable: false),
                    amendment = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    published_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    published_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_publications", x => x.id);
                    table.ForeignKey(
                        name: "FK_publications_documents_sha256",
                        column: x => x.sha256,
                        principalTable: "documents",
                        principalColumn: "sha256",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_publications_lists_list_id",
                        column: x => x.list_id,
                        principalTable: "lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "screening_determinations",
                columns: table => new
                {
                    run_id = table.Column<long>(type: "INTEGER", nullable: false),
                    facility_no = table.Column<int>(type: "INTEGER", nullable: false),
                    facility_id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    region = table.Column<string>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", nullable: false),
                    grounds = table.Column<string>(type: "TEXT", nullable: false),
                    line = table.Column<string>(type: "TEXT", nullable: false),
                    line_sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    record = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_screening_determinations", x => new { x.run_id, x.facility_no });
                    table.ForeignKey(
                        name: "FK_screening_determinations_screening_roster_run_id_facility_no",
                        columns: x => new { x.run_id, x.facility_no },
                        principalTable: "screening_roster",
                        principalColumns: new[] { "run_id", "facility_no" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notice_batch_items",
                columns: table => new
                {
                    batch_id = table.Column<long>(type: "INTEGER", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    facility_id = table.Column<string>(type: "TEXT", nullable: false),
                    notice_id = table.Column<long>(type: "INTEGER", nullable: true),
                    made = table.Column<bool>(type: "INTEGER", nullable: false),
                    skipped = table.Column<bool>(type: "INTEGER", nullable: false),
                    error = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice_batch_items", x => new { x.batch_id, x.place });
                    table.ForeignKey(
                        name: "FK_notice_batch_items_notice_batches_batch_id",
                        column: x => x.batch_id,
                        principalTable: "notice_batches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_notice_batch_items_notices_notice_id",
                        column: x => x.notice_id,
                        principalTable: "notices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notice_events",
                columns: table => new
                {
                    notice_id = table.Column<long>(type: "INTEGER", nullable: false),
                    seq = table.Column<int>(type: "INTEGER", nullable: false),
                    act = table.Column<string>(type: "TEXT", nullable: false),
                    after = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_id = table.Column<string>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    served_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    served_by = table.Column<string>(type: "TEXT", nullable: true),
                    document_name = table.Column<string>(type: "TEXT", nullable: true),
                    document_sha256 = table.Column<string>(type: "TEXT", nullable: true),
                    other_id = table.Column<long>(type: "INTEGER", nullable: true),
                    recipient = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice_events", x => new { x.notice_id, x.seq });
                    table.ForeignKey(
                        name: "FK_notice_events_notices_notice_id",
                        column: x => x.notice_id,
                        principalTable: "notices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notice_mails",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    notice_id = table.Column<long>(type: "INTEGER", nullable: false),
                    recipient = table.Column<string>(type: "TEXT", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", nullable: false),
                    message_sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    ordered_by_id = table.Column<string>(type: "TEXT", nullable: false),
                    ordered_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    ordered_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    next_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    claim = table.Column<Guid>(type: "TEXT", nullable: true),
                    claimed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    error = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice_mails", x => x.id);
                    table.ForeignKey(
                        name: "FK_notice_mails_documents_message_sha256",
                        column: x => x.message_sha256,
                        principalTable: "documents",
                        principalColumn: "sha256",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_notice_mails_notices_notice_id",
                        column: x => x.notice_id,
                        principalTable: "notices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "list_entry_events",
                columns: table => new
                {
                    list_id = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_no = table.Column<int>(type: "INTEGER", nullable: false),
                    seq = table.Column<int>(type: "INTEGER", nullable: false),
                    act = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_list_entry_events", x => new { x.list_id, x.entry_no, x.seq });
                    table.ForeignKey(
                        name: "FK_list_entry_events_list_entries_list_id_entry_no",
                        columns: x => new { x.list_id, x.entry_no },
                        principalTable: "list_entries",
                        principalColumns: new[] { "list_id", "entry_no" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "published_entries",
                columns: table => new
                {
                    publication_id = table.Column<long>(type: "INTEGER", nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    facility_id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_published_entries", x => new { x.publication_id, x.line });
                    table.ForeignKey(
                        name: "FK_published_entries_publications_publication_id",
                        column: x => x.publication_id,
                        principalTable: "publications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_imports_content_key",
                table: "imports",
                column: "content_key",
                unique: true,
                filter: "\"state\" IN ('queued', 'waiting', 'effective')");

            migrationBuilder.CreateIndex(
                name: "IX_facilities_facility_id",
                table: "facilities",
                column: "facility_id");

            migrationBuilder.CreateIndex(
                name: "IX_access_log_account_id",
                table: "access_log",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "IX_access_log_at",
                table: "access_log",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_normalized_email",
                table: "accounts",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_normalized_user_name",
                table: "accounts",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_api_keys_account_id",
                table: "api_keys",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "IX_case_duties_due_on",
                table: "case_duties",
                column: "due_on");

            migrationBuilder.CreateIndex(
                name: "IX_cases_accepted_on",
                table: "cases",
                column: "accepted_on");

            migrationBuilder.CreateIndex(
                name: "IX_cases_facility_id",
                table: "cases",
                column: "facility_id");

            migrationBuilder.CreateIndex(
                name: "IX_cases_key",
                table: "cases",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cases_list_id",
                table: "cases",
                column: "list_id");

            migrationBuilder.CreateIndex(
                name: "IX_cases_region",
                table: "cases",
                column: "region");

            migrationBuilder.CreateIndex(
                name: "IX_cases_reminded_through",
                table: "cases",
                column: "reminded_through");

            migrationBuilder.CreateIndex(
                name: "IX_grants_account_id",
                table: "grants",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "IX_import_uploads_sha256",
                table: "import_uploads",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "IX_inbox_items_import_id",
                table: "inbox_items",
                column: "import_id");

            migrationBuilder.CreateIndex(
                name: "IX_journal_subject",
                table: "journal",
                column: "subject");

            migrationBuilder.CreateIndex(
                name: "IX_known_facilities_last_import_id",
                table: "known_facilities",
                column: "last_import_id");

            migrationBuilder.CreateIndex(
                name: "IX_known_facilities_region_code",
                table: "known_facilities",
                column: "region_code");

            migrationBuilder.CreateIndex(
                name: "IX_list_entries_list_id_facility_id_class_id",
                table: "list_entries",
                columns: new[] { "list_id", "facility_id", "class_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_lists_amends",
                table: "lists",
                column: "amends");

            migrationBuilder.CreateIndex(
                name: "IX_lists_kind_jurisdiction_year_batch_amendment",
                table: "lists",
                columns: new[] { "kind", "jurisdiction", "year", "batch", "amendment" },
                unique: true,
                filter: "\"state\" <> 'abandoned'");

            migrationBuilder.CreateIndex(
                name: "IX_lists_run_id",
                table: "lists",
                column: "run_id");

            migrationBuilder.CreateIndex(
                name: "IX_messages_facility_id",
                table: "messages",
                column: "facility_id");

            migrationBuilder.CreateIndex(
                name: "IX_messages_key",
                table: "messages",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_messages_region",
                table: "messages",
                column: "region");

            migrationBuilder.CreateIndex(
                name: "IX_notice_batch_items_batch_id_facility_id",
                table: "notice_batch_items",
                columns: new[] { "batch_id", "facility_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notice_batch_items_notice_id",
                table: "notice_batch_items",
                column: "notice_id");

            migrationBuilder.CreateIndex(
                name: "IX_notice_batches_list_id",
                table: "notice_batches",
                column: "list_id");

            migrationBuilder.CreateIndex(
                name: "IX_notice_batches_organ_id",
                table: "notice_batches",
                column: "organ_id");

            migrationBuilder.CreateIndex(
                name: "IX_notice_batches_state",
                table: "notice_batches",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "IX_notice_mails_message_sha256",
                table: "notice_mails",
                column: "message_sha256");

            migrationBuilder.CreateIndex(
                name: "IX_notice_mails_notice_id_recipient_purpose",
                table: "notice_mails",
                columns: new[] { "notice_id", "recipient", "purpose" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notice_mails_state",
                table: "notice_mails",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "IX_notice_organs_template_sha256",
                table: "notice_organs",
                column: "template_sha256");

            migrationBuilder.CreateIndex(
                name: "IX_notice_organs_withdrawal_template_sha256",
                table: "notice_organs",
                column: "withdrawal_template_sha256");

            migrationBuilder.CreateIndex(
                name: "IX_notices_document_sha256",
                table: "notices",
                column: "document_sha256");

            migrationBuilder.CreateIndex(
                name: "IX_notices_facility_id",
                table: "notices",
                column: "facility_id");

            migrationBuilder.CreateIndex(
                name: "IX_notices_list_id_facility_id",
                table: "notices",
                columns: new[] { "list_id", "facility_id" });

            migrationBuilder.CreateIndex(
                name: "IX_notices_number",
                table: "notices",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notices_organ_id_year_word_running_number",
                table: "notices",
                columns: new[] { "organ_id", "year", "word", "running_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notices_publication_id_facility_id_issue",
                table: "notices",
                columns: new[] { "publication_id", "facility_id", "issue" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notices_region",
                table: "notices",
                column: "region");

            migrationBuilder.CreateIndex(
                name: "IX_notices_supersedes_id",
                table: "notices",
                column: "supersedes_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notices_template_sha256",
                table: "notices",
                column: "template_sha256");

            migrationBuilder.CreateIndex(
                name: "IX_objections_case_id",
                table: "objections",
                column: "case_id",
                unique: true,
                filter: "\"state\" IN ('filed', 'under_redetermination')");

            migrationBuilder.CreateIndex(
                name: "IX_objections_facility_id",
                table: "objections",
                column: "facility_id");

            migrationBuilder.CreateIndex(
                name: "IX_objections_region",
                table: "objections",
                column: "region");

            migrationBuilder.CreateIndex(
                name: "IX_publications_jurisdiction_kind_number",
                table: "publications",
                columns: new[] { "jurisdiction", "kind", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_publications_list_id",
                table: "publications",
                column: "list_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_publications_sha256",
                table: "publications",
                column: "sha256",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_published_entries_facility_id",
                table: "published_entries",
                column: "facility_id");

            migrationBuilder.CreateIndex(
                name: "IX_pushes_import_id",
                table: "pushes",
                column: "import_id");

            migrationBuilder.CreateIndex(
                name: "IX_screening_determinations_run_id_facility_id",
                table: "screening_determinations",
                columns: new[] { "run_id", "facility_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_screening_roster_run_id_facility_id",
                table: "screening_roster",
                columns: new[] { "run_id", "facility_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_screenings_base_run",
                table: "screenings",
                column: "base_run");

            migrationBuilder.CreateIndex(
                name: "IX_screenings_occurrence",
                table: "screenings",
                column: "occurrence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_screenings_state",
                table: "screenings",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "IX_sessions_account_id",
                table: "sessions",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "IX_voluntary_audits_facility_id",
                table: "voluntary_audits",
                column: "facility_id");

            migrationBuilder.CreateIndex(
                name: "IX_voluntary_audits_region",
                table: "voluntary_audits",
                column: "region");

            migrationBuilder.CreateIndex(
                name: "IX_voluntary_audits_valid_through",
                table: "voluntary_audits",
                column: "valid_through");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accepted_findings");

            migrationBuilder.DropTable(
                name: "access_log");

            migrationBuilder.DropTable(
                name: "account_claims");

            migrationBuilder.DropTable(
                name: "account_logins");

            migrationBuilder.DropTable(
                name: "account_tokens");

            migrationBuilder.DropTable(
                name: "api_keys");

            migrationBuilder.DropTable(
                name: "audit_files");

            migrationBuilder.DropTable(
                name: "case_duties");

            migrationBuilder.DropTable(
                name: "case_events");

            migrationBuilder.DropTable(
                name: "case_lists");

            migrationBuilder.DropTable(
                name: "case_roll_overs");

            migrationBuilder.DropTable(
                name: "case_terms");

            migrationBuilder.DropTable(
                name: "column_maps");

            migrationBuilder.DropTable(
                name: "cookie_keys");

            migrationBuilder.DropTable(
                name: "grants");

            migrationBuilder.DropTable(
                name: "import_acts");

            migrationBuilder.DropTable(
                name: "import_jobs");

            migrationBuilder.DropTable(
                name: "import_uploads");

            migrationBuilder.DropTable(
                name: "import_years");

            migrationBuilder.DropTable(
                name: "inbox_items");

            migrationBuilder.DropTable(
                name: "journal");

            migrationBuilder.DropTable(
                name: "known_facilities");

            migrationBuilder.DropTable(
                name: "list_entry_events");

            migrationBuilder.DropTable(
                name: "list_events");

            migrationBuilder.DropTable(
                name: "message_reads");

            migrationBuilder.DropTable(
                name: "notice_batch_items");

            migrationBuilder.DropTable(
                name: "notice_events");

            migrationBuilder.DropTable(
                name: "notice_mails");

            migrationBuilder.DropTable(
                name: "notice_series");

            migrationBuilder.DropTable(
                name: "objection_events");

            migrationBuilder.DropTable(
                name: "published_entries");

            migrationBuilder.DropTable(
                name: "pushes");

            migrationBuilder.DropTable(
                name: "schedules");

            migrationBuilder.DropTable(
                name: "screening_determinations");

            migrationBuilder.DropTable(
                name: "screening_shards");

            migrationBuilder.DropTable(
                name: "sessions");

            migrationBuilder.DropTable(
                name: "voluntary_events");

            migrationBuilder.DropTable(
                name: "list_entries");

            migrationBuilder.DropTable(
                name: "messages");

            migrationBuilder.DropTable(
                name: "notice_batches");

            migrationBuilder.DropTable(
                name: "notices");

            migrationBuilder.DropTable(
                name: "objections");

            migrationBuilder.DropTable(
                name: "publications");

            migrationBuilder.DropTable(
                name: "screening_roster");

            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "voluntary_audits");

            migrationBuilder.DropTable(
                name: "notice_organs");

            migrationBuilder.DropTable(
                name: "cases");

            migrationBuilder.DropTable(
                name: "lists");

            migrationBuilder.DropTable(
                name: "documents");

            migrationBuilder.DropTable(
                name: "screenings");

            migrationBuilder.DropIndex(
                name: "IX_imports_content_key",
                table: "imports");

            migrationBuilder.DropIndex(
                name: "IX_facilities_facility_id",
                table: "facilities");

            migrationBuilder.DropColumn(
                name: "actor",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "content_key",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "effective_at",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "label",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "map",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "mode",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "region",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "state",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "undone_at",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "year",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "arguments",
                table: "findings");

            migrationBuilder.CreateTable(
                name: "runs",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    as_of = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    packs = table.Column<string>(type: "TEXT", nullable: false),
                    reference_hash = table.Column<string>(type: "TEXT", nullable: false),
                    result_hash = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_runs", x => x.id);
                    table.ForeignKey(
                        name: "FK_runs_imports_import_id",
                        column: x => x.import_id,
                        principalTable: "imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "determinations",
                columns: table => new
                {
                    run_id = table.Column<long>(type: "INTEGER", nullable: false),
                    row_no = table.Column<int>(type: "INTEGER", nullable: false),
                    facility_id = table.Column<string>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", nullable: false),
                    line = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_determinations", x => new { x.run_id, x.row_no });
                    table.ForeignKey(
                        name: "FK_determinations_runs_run_id",
                        column: x => x.run_id,
                        principalTable: "runs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_determinations_run_id_facility_id",
                table: "determinations",
                columns: new[] { "run_id", "facility_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_runs_import_id",
                table: "runs",
                column: "import_id");
        }
    }
}
