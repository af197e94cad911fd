using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CleanProd.Rules.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Policy : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "bureau_keys",
                columns: table => new
                {
                    fingerprint = table.Column<string>(type: "TEXT", nullable: false),
                    secret = table.Column<byte[]>(type: "BLOB", nullable: false),
                    public_key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bureau_keys", x => x.fingerprint);
                });

            migrationBuilder.CreateTable(
                name: "rule_drafts",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    pack_id = table.Column<string>(type: "TEXT", nullable: false),
                    jurisdiction = table.Column<string>(type: "TEXT", nullable: false),
                    region = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    updated_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rule_drafts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "rule_packs",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    pack_id = table.Column<string>(type: "TEXT", nullable: false),
                    jurisdiction = table.Column<string>(type: "TEXT", nullable: false),
                    region = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rule_packs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "trusted_keys",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    fingerprint = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    public_key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    trusted = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_trusted_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "rule_draft_events",
                columns: table => new
                {
                    aggregate = table.Column<long>(type: "INTEGER", nullable: false),
                    seq = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rule_draft_events", x => new { x.aggregate, x.seq });
                    table.ForeignKey(
                        name: "FK_rule_draft_events_rule_drafts_aggregate",
                        column: x => x.aggregate,
                        principalTable: "rule_drafts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "rule_pack_events",
                columns: table => new
                {
                    aggregate = table.Column<long>(type: "INTEGER", nullable: false),
                    seq = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rule_pack_events", x => new { x.aggregate, x.seq });
                    table.ForeignKey(
                        name: "FK_rule_pack_events_rule_packs_aggregate",
                        column: x => x.aggregate,
                        principalTable: "rule_packs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "trusted_key_events",
                columns: table => new
                {
                    aggregate = table.Column<long>(type: "INTEGER", nullable: false),
                    seq = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_trusted_key_events", x => new { x.aggregate, x.seq });
                    table.ForeignKey(
                        name: "FK_trusted_key_events_trusted_keys_aggregate",
                        column: x => x.aggregate,
                        principalTable: "trusted_keys",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_rule_drafts_pack_id",
                table: "rule_drafts",
                column: "pack_id");

            migrationBuilder.CreateIndex(
                name: "IX_rule_drafts_region",
                table: "rule_drafts",
                column: "region");

            migrationBuilder.CreateIndex(
                name: "IX_rule_packs_pack_id",
                table: "rule_packs",
                column: "pack_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_trusted_keys_fingerprint",
                table: "trusted_keys",
                column: "fingerprint",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "bureau_keys");

            migrationBuilder.DropTable(
                name: "rule_draft_events");

            migrationBuilder.DropTable(
                name: "rule_pack_events");

            migrationBuilder.DropTable(
                name: "trusted_key_events");

            migrationBuilder.DropTable(
                name: "rule_drafts");

            migrationBuilder.DropTable(
                name: "rule_packs");

            migrationBuilder.DropTable(
                name: "trusted_keys");
        }
    }
}
