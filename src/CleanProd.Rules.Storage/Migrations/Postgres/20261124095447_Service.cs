using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CleanProd.Rules.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Service : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "actor",
                table: "imports",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "content_key",
                table: "imports",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "effective_at",
                table: "imports",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "label",
                table: "imports",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "map",
                table: "imports",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "mode",
                table: "imports",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "region",
                table: "imports",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "state",
                table: "imports",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "undone_at",
                table: "imports",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "year",
                table: "imports",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "import_acts",
                columns: table => new
                {
                    import_id = table.Column<long>(type: "bigint", nullable: false),
                    seq = table.Column<int>(type: "integer", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    officer = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true)
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
                name: "import_years",
                columns: table => new
                {
                    import_id = table.Column<long>(type: "bigint", nullable: false),
                    row_no = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false)
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
                name: "known_facilities",
                columns: table => new
                {
                    facility_id = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    region_code = table.Column<string>(type: "text", nullable: false),
                    industry = table.Column<string>(type: "text", nullable: true),
                    credit_code = table.Column<string>(type: "text", nullable: true),
                    status = table.Column<string>(type: "text", nullable: false),
                    last_import_id = table.Column<long>(type: "bigint", nullable: false)
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

            migrationBuilder.CreateIndex(
                name: "IX_imports_content_key",
                table: "imports",
                column: "content_key",
                unique: true,
                filter: "\"state\" IN ('waiting', 'effective')");

            migrationBuilder.CreateIndex(
                name: "IX_facilities_facility_id",
                table: "facilities",
                column: "facility_id");

            migrationBuilder.CreateIndex(
                name: "IX_known_facilities_last_import_id",
                table: "known_facilities",
                column: "last_import_id");

            migrationBuilder.CreateIndex(
                name: "IX_known_facilities_region_code",
                table: "known_facilities",
                column: "region_code");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "import_acts");

            migrationBuilder.DropTable(
                name: "import_years");

            migrationBuilder.DropTable(
                name: "known_facilities");

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
        }
    }
}
