using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CleanProd.Rules.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "imports",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    known_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_imports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "source_files",
                columns: table => new
                {
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    length = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_source_files", x => x.sha256);
                });

            migrationBuilder.CreateTable(
                name: "facilities",
                columns: table => new
                {
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    facility_no = table.Column<int>(type: "INTEGER", nullable: false),
                    facility_id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    region = table.Column<string>(type: "TEXT", nullable: true),
                    address = table.Column<string>(type: "TEXT", nullable: true),
                    industry = table.Column<string>(type: "TEXT", nullable: true),
                    legal_representative = table.Column<string>(type: "TEXT", nullable: true),
                    permit_number = table.Column<string>(type: "TEXT", nullable: true),
                    credit_code = table.Column<string>(type: "TEXT", nullable: true),
                    eia_approved_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    key_source = table.Column<bool>(type: "INTEGER", nullable: true),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    source_file = table.Column<string>(type: "TEXT", nullable: false),
                    source_sheet = table.Column<string>(type: "TEXT", nullable: true),
                    source_row = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_facilities", x => new { x.import_id, x.facility_no });
                    table.ForeignKey(
                        name: "FK_facilities_imports_import_id",
                        column: x => x.import_id,
                        principalTable: "imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "findings",
                columns: table => new
                {
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    row_no = table.Column<int>(type: "INTEGER", nullable: false),
                    file = table.Column<string>(type: "TEXT", nullable: false),
                    sheet = table.Column<string>(type: "TEXT", nullable: true),
                    row = table.Column<int>(type: "INTEGER", nullable: false),
                    column = table.Column<string>(type: "TEXT", nullable: true),
                    value = table.Column<string>(type: "TEXT", nullable: true),
                    severity = table.Column<string>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    message = table.Column<string>(type: "TEXT", nullable: false),
                    action = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_findings", x => new { x.import_id, x.row_no });
                    table.ForeignKey(
                        name: "FK_findings_imports_import_id",
                        column: x => x.import_id,
                        principalTable: "imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "import_files",
                columns: table => new
                {
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    row_no = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    rows_read = table.Column<long>(type: "INTEGER", nullable: false),
                    rows_taken = table.Column<long>(type: "INTEGER", nullable: false),
                    rows_refused = table.Column<long>(type: "INTEGER", nullable: false),
                    duplicates = table.Column<long>(type: "INTEGER", nullable: false),
                    rows_left_out = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_files", x => new { x.import_id, x.row_no });
                    table.ForeignKey(
                        name: "FK_import_files_imports_import_id",
                        column: x => x.import_id,
                        principalTable: "imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "import_tables",
                columns: table => new
                {
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    row_no = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_tables", x => new { x.import_id, x.row_no });
                    table.ForeignKey(
                        name: "FK_import_tables_imports_import_id",
                        column: x => x.import_id,
                        principalTable: "imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "runs",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    as_of = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    packs = table.Column<string>(type: "TEXT", nullable: false),
                    reference_hash = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    result_hash = table.Column<string>(type: "TEXT", nullable: true)
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
                name: "source_parts",
                columns: table => new
                {
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    row_no = table.Column<int>(type: "INTEGER", nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_source_parts", x => new { x.sha256, x.row_no });
                    table.ForeignKey(
                        name: "FK_source_parts_source_files_sha256",
                        column: x => x.sha256,
                        principalTable: "source_files",
                        principalColumn: "sha256",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "audits",
                columns: table => new
                {
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    facility_no = table.Column<int>(type: "INTEGER", nullable: false),
                    row_no = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    listed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    started_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reported_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    accepted_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    result = table.Column<string>(type: "TEXT", nullable: true),
                    source_file = table.Column<string>(type: "TEXT", nullable: false),
                    source_sheet = table.Column<string>(type: "TEXT", nullable: true),
                    source_row = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audits", x => new { x.import_id, x.facility_no, x.row_no });
                    table.ForeignKey(
                        name: "FK_audits_facilities_import_id_facility_no",
                        columns: x => new { x.import_id, x.facility_no },
                        principalTable: "facilities",
                        principalColumns: new[] { "import_id", "facility_no" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "discharges",
                columns: table => new
                {
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    facility_no = table.Column<int>(type: "INTEGER", nullable: false),
                    row_no = table.Column<int>(type: "INTEGER", nullable: false),
                    pollutant = table.Column<string>(type: "TEXT", nullable: false),
                    medium = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    quantity = table.Column<decimal>(type: "TEXT", nullable: true),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    method = table.Column<string>(type: "TEXT", nullable: false),
                    record = table.Column<string>(type: "TEXT", nullable: true),
                    source_file = table.Column<string>(type: "TEXT", nullable: false),
                    source_sheet = table.Column<string>(type: "TEXT", nullable: true),
                    source_row = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_discharges", x => new { x.import_id, x.facility_no, x.row_no });
                    table.ForeignKey(
                        name: "FK_discharges_facilities_import_id_facility_no",
                        columns: x => new { x.import_id, x.facility_no },
                        principalTable: "facilities",
                        principalColumns: new[] { "import_id", "facility_no" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "discretion",
                columns: table => new
                {
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    facility_no = table.Column<int>(type: "INTEGER", nullable: false),
                    row_no = table.Column<int>(type: "INTEGER", nullable: false),
                    topic = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: false),
                    decided_by = table.Column<string>(type: "TEXT", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    source_file = table.Column<string>(type: "TEXT", nullable: false),
                    source_sheet = table.Column<string>(type: "TEXT", nullable: true),
                    source_row = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_discretion", x => new { x.import_id, x.facility_no, x.row_no });
                    table.ForeignKey(
                        name: "FK_discretion_facilities_import_id_facility_no",
                        columns: x => new { x.import_id, x.facility_no },
                        principalTable: "facilities",
                        principalColumns: new[] { "import_id", "facility_no" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "energy",
                columns: table => new
                {
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    facility_no = table.Column<int>(type: "INTEGER", nullable: false),
                    row_no = table.Column<int>(type: "INTEGER", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    product = table.Column<string>(type: "TEXT", nullable: false),
                    output = table.Column<decimal>(type: "TEXT", nullable: true),
                    output_unit = table.Column<string>(type: "TEXT", nullable: false),
                    energy = table.Column<decimal>(type: "TEXT", nullable: true),
                    energy_unit = table.Column<string>(type: "TEXT", nullable: false),
                    source_file = table.Column<string>(type: "TEXT", nullable: false),
                    source_sheet = table.Column<string>(type: "TEXT", nullable: true),
                    source_row = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_energy", x => new { x.import_id, x.facility_no, x.row_no });
                    table.ForeignKey(
                        name: "FK_energy_facilities_import_id_facility_no",
                        columns: x => new { x.import_id, x.facility_no },
                        principalTable: "facilities",
                        principalColumns: new[] { "import_id", "facility_no" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "indicators",
                columns: table => new
                {
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    facility_no = table.Column<int>(type: "INTEGER", nullable: false),
                    row_no = table.Column<int>(type: "INTEGER", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    value = table.Column<decimal>(type: "TEXT", nullable: true),
                    unit = table.Column<string>(type: "TEXT", nullable: true),
                    source_file = table.Column<string>(type: "TEXT", nullable: false),
                    source_sheet = table.Column<string>(type: "TEXT", nullable: true),
                    source_row = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_indicators", x => new { x.import_id, x.facility_no, x.row_no });
                    table.ForeignKey(
                        name: "FK_indicators_facilities_import_id_facility_no",
                        columns: x => new { x.import_id, x.facility_no },
                        principalTable: "facilities",
                        principalColumns: new[] { "import_id", "facility_no" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "monitoring_summaries",
                columns: table => new
                {
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    facility_no = table.Column<int>(type: "INTEGER", nullable: false),
                    row_no = table.Column<int>(type: "INTEGER", nullable: false),
                    outlet_id = table.Column<string>(type: "TEXT", nullable: false),
                    pollutant = table.Column<string>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    limit_low = table.Column<decimal>(type: "TEXT", nullable: true),
                    limit_high = table.Column<decimal>(type: "TEXT", nullable: true),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    valid_count = table.Column<int>(type: "INTEGER", nullable: true),
                    exceedance_count = table.Column<int>(type: "INTEGER", nullable: true),
                    max = table.Column<decimal>(type: "TEXT", nullable: true),
                    median = table.Column<decimal>(type: "TEXT", nullable: true),
                    source_file = table.Column<string>(type: "TEXT", nullable: false),
                    source_sheet = table.Column<string>(type: "TEXT", nullable: true),
                    source_row = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_monitoring_summaries", x => new { x.import_id, x.facility_no, x.row_no });
                    table.ForeignKey(
                        name: "FK_monitoring_summaries_facilities_import_id_facility_no",
                        columns: x => new { x.import_id, x.facility_no },
                        principalTable: "facilities",
                        principalColumns: new[] { "import_id", "facility_no" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "outlets",
                columns: table => new
                {
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    facility_no = table.Column<int>(type: "INTEGER", nullable: false),
                    row_no = table.Column<int>(type: "INTEGER", nullable: false),
                    outlet_id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    medium = table.Column<string>(type: "TEXT", nullable: false),
                    discharge = table.Column<string>(type: "TEXT", nullable: false),
                    workshop = table.Column<bool>(type: "INTEGER", nullable: true),
                    grade = table.Column<string>(type: "TEXT", nullable: true),
                    standard = table.Column<string>(type: "TEXT", nullable: true),
                    stack_height_m = table.Column<decimal>(type: "TEXT", nullable: true),
                    source_file = table.Column<string>(type: "TEXT", nullable: false),
                    source_sheet = table.Column<string>(type: "TEXT", nullable: true),
                    source_row = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outlets", x => new { x.import_id, x.facility_no, x.row_no });
                    table.ForeignKey(
                        name: "FK_outlets_facilities_import_id_facility_no",
                        columns: x => new { x.import_id, x.facility_no },
                        principalTable: "facilities",
                        principalColumns: new[] { "import_id", "facility_no" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "permit_limits",
                columns: table => new
                {
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    facility_no = table.Column<int>(type: "INTEGER", nullable: false),
                    row_no = table.Column<int>(type: "INTEGER", nullable: false),
                    outlet_id = table.Column<string>(type: "TEXT", nullable: false),
                    pollutant = table.Column<string>(type: "TEXT", nullable: false),
                    limit_low = table.Column<decimal>(type: "TEXT", nullable: true),
                    limit_high = table.Column<decimal>(type: "TEXT", nullable: true),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    window = table.Column<string>(type: "TEXT", nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", nullable: true),
                    source_file = table.Column<string>(type: "TEXT", nullable: false),
                    source_sheet = table.Column<string>(type: "TEXT", nullable: true),
                    source_row = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_permit_limits", x => new { x.import_id, x.facility_no, x.row_no });
                    table.ForeignKey(
                        name: "FK_permit_limits_facilities_import_id_facility_no",
                        columns: x => new { x.import_id, x.facility_no },
                        principalTable: "facilities",
                        principalColumns: new[] { "import_id", "facility_no" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "quotas",
                columns: table => new
                {
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    facility_no = table.Column<int>(type: "INTEGER", nullable: false),
                    row_no = table.Column<int>(type: "INTEGER", nullable: false),
                    pollutant = table.Column<string>(type: "TEXT", nullable: false),
                    medium = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    quantity = table.Column<decimal>(type: "TEXT", nullable: true),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    issuer = table.Column<string>(type: "TEXT", nullable: true),
                    document = table.Column<string>(type: "TEXT", nullable: true),
                    source_file = table.Column<string>(type: "TEXT", nullable: false),
                    source_sheet = table.Column<string>(type: "TEXT", nullable: true),
                    source_row = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_quotas", x => new { x.import_id, x.facility_no, x.row_no });
                    table.ForeignKey(
                        name: "FK_quotas_facilities_import_id_facility_no",
                        columns: x => new { x.import_id, x.facility_no },
                        principalTable: "facilities",
                        principalColumns: new[] { "import_id", "facility_no" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "refused_rows",
                columns: table => new
                {
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    facility_no = table.Column<int>(type: "INTEGER", nullable: false),
                    row_no = table.Column<int>(type: "INTEGER", nullable: false),
                    refused_in = table.Column<string>(type: "TEXT", nullable: false),
                    source_file = table.Column<string>(type: "TEXT", nullable: false),
                    source_sheet = table.Column<string>(type: "TEXT", nullable: true),
                    source_row = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_refused_rows", x => new { x.import_id, x.facility_no, x.row_no });
                    table.ForeignKey(
                        name: "FK_refused_rows_facilities_import_id_facility_no",
                        columns: x => new { x.import_id, x.facility_no },
                        principalTable: "facilities",
                        principalColumns: new[] { "import_id", "facility_no" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "series_chunks",
                columns: table => new
                {
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    facility_no = table.Column<int>(type: "INTEGER", nullable: false),
                    row_no = table.Column<int>(type: "INTEGER", nullable: false),
                    outlet_id = table.Column<string>(type: "TEXT", nullable: false),
                    pollutant = table.Column<string>(type: "TEXT", nullable: false),
                    window = table.Column<string>(type: "TEXT", nullable: false),
                    origin = table.Column<string>(type: "TEXT", nullable: false),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    span = table.Column<string>(type: "TEXT", nullable: false),
                    value_count = table.Column<int>(type: "INTEGER", nullable: false),
                    chunk = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_series_chunks", x => new { x.import_id, x.facility_no, x.row_no });
                    table.ForeignKey(
                        name: "FK_series_chunks_facilities_import_id_facility_no",
                        columns: x => new { x.import_id, x.facility_no },
                        principalTable: "facilities",
                        principalColumns: new[] { "import_id", "facility_no" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "substances",
                columns: table => new
                {
                    import_id = table.Column<long>(type: "INTEGER", nullable: false),
                    facility_no = table.Column<int>(type: "INTEGER", nullable: false),
                    row_no = table.Column<int>(type: "INTEGER", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    substance = table.Column<string>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", nullable: false),
                    quantity = table.Column<decimal>(type: "TEXT", nullable: true),
                    unit = table.Column<string>(type: "TEXT", nullable: true),
                    purpose = table.Column<string>(type: "TEXT", nullable: true),
                    source_file = table.Column<string>(type: "TEXT", nullable: false),
                    source_sheet = table.Column<string>(type: "TEXT", nullable: true),
                    source_row = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_substances", x => new { x.import_id, x.facility_no, x.row_no });
                    table.ForeignKey(
                        name: "FK_substances_facilities_import_id_facility_no",
                        columns: x => new { x.import_id, x.facility_no },
                        principalTable: "facilities",
                        principalColumns: new[] { "import_id", "facility_no" },
                        onDelete: ReferentialAction.Cascade);
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
                name: "IX_facilities_import_id_facility_id",
                table: "facilities",
                columns: new[] { "import_id", "facility_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_runs_import_id",
                table: "runs",
                column: "import_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audits");

            migrationBuilder.DropTable(
                name: "determinations");

            migrationBuilder.DropTable(
                name: "discharges");

            migrationBuilder.DropTable(
                name: "discretion");

            migrationBuilder.DropTable(
                name: "energy");

            migrationBuilder.DropTable(
                name: "findings");

            migrationBuilder.DropTable(
                name: "import_files");

            migrationBuilder.DropTable(
                name: "import_tables");

            migrationBuilder.DropTable(
                name: "indicators");

            migrationBuilder.DropTable(
                name: "monitoring_summaries");

            migrationBuilder.DropTable(
                name: "outlets");

            migrationBuilder.DropTable(
                name: "permit_limits");

            migrationBuilder.DropTable(
                name: "quotas");

            migrationBuilder.DropTable(
                name: "refused_rows");

            migrationBuilder.DropTable(
                name: "series_chunks");

            migrationBuilder.DropTable(
                name: "source_parts");

            migrationBuilder.DropTable(
                name: "substances");

            migrationBuilder.DropTable(
                name: "runs");

            migrationBuilder.DropTable(
                name: "source_files");

            migrationBuilder.DropTable(
                name: "facilities");

            migrationBuilder.DropTable(
                name: "imports");
        }
    }
}
