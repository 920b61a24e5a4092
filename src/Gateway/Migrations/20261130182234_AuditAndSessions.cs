using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Campaign.Gateway.Migrations
{
    /// <inheritdoc />
    public partial class AuditAndSessions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Epoch",
                table: "clients",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Epoch",
                table: "accounts",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<List<string>>(
                name: "RecoveryCodes",
                table: "accounts",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<byte[]>(
                name: "TotpSecret",
                table: "accounts",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "TotpStep",
                table: "accounts",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "audit",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Action = table.Column<string>(type: "text", nullable: false),
                    Outcome = table.Column<string>(type: "text", nullable: false),
                    Status = table.Column<int>(type: "integer", nullable: false),
                    Actor = table.Column<string>(type: "text", nullable: false),
                    Address = table.Column<string>(type: "text", nullable: true),
                    Target = table.Column<string>(type: "text", nullable: true),
                    Detail = table.Column<string>(type: "text", nullable: true),
                    Correlation = table.Column<string>(type: "text", nullable: true),
                    Previous = table.Column<byte[]>(type: "bytea", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "failed_sign_ins",
                columns: table => new
                {
                    Key = table.Column<string>(type: "text", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    LastAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_failed_sign_ins", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "password_links",
                columns: table => new
                {
                    TokenHash = table.Column<string>(type: "text", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_password_links", x => x.TokenHash);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Epoch = table.Column<int>(type: "integer", nullable: false),
                    HasSecondFactor = table.Column<bool>(type: "boolean", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LastSeenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Address = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sessions", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_audit_Actor_Sequence",
                table: "audit",
                columns: new[] { "Actor", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_At",
                table: "audit",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_sessions_AccountId",
                table: "sessions",
                column: "AccountId");

            migrationBuilder.Sql(OnlyAppended);
            migrationBuilder.Sql(ThreeAdministrators("accounts"));
            migrationBuilder.Sql(ThreeAdministrators("clients"));
        }

        // Beside the grants, which an installation with one role for everything does not have.
        private const string OnlyAppended =
            """
            CREATE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'audit entries are never changed' USING ERRCODE = 'insufficient_privilege'; END $$;
            CREATE TRIGGER only_appended BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
              FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit();
            """;

        // The one administrator saw every street without naming any.
        private static string ThreeAdministrators(string owners) =>
            $"""
             UPDATE {owners} SET
               "Roles" = array_remove("Roles", 'Administrator') || ARRAY['SystemAdministrator', 'SecurityAdministrator'],
               "Streets" = ARRAY['*']
             WHERE 'Administrator' = ANY ("Roles");
             """;

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit");

            migrationBuilder.DropTable(
                name: "failed_sign_ins");

            migrationBuilder.DropTable(
                name: "password_links");

            migrationBuilder.DropTable(
                name: "sessions");

            migrationBuilder.DropColumn(
                name: "Epoch",
                table: "clients");

            migrationBuilder.DropColumn(
                name: "Epoch",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "RecoveryCodes",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "TotpSecret",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "TotpStep",
                table: "accounts");
        }
    }
}
