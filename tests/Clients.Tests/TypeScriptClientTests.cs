namespace Campaign.Clients.Tests;

/// <summary>A TypeScript client made from the document, checked strictly, with a caller who relies on its names and types.</summary>
public sealed class TypeScriptClientTests
{
    private const string Caller =
        """
        import { CampaignClient, FindingLedger, NewFinding } from "./client";

        const body: NewFinding = {
          category: "0110", severity: "Major", description: "垃圾桶满溢", place: { address: "人民路12号门前" },
        };

        export async function record(client: CampaignClient, finding: FindingLedger): Promise<string> {
          const done = await client.recordFinding("990101001", body, "key-1");
          const version: number = done.version;
          const due: string | undefined = finding.due;
          const list = await client.listAssignments("990101001");
          return `${done.caseNumber} ${version} ${due ?? ""} ${list.items[0].title}`;
        }

        // @ts-expect-error A finding needs its description.
        export const incomplete: NewFinding = { category: "0110", place: {} };

        // @ts-expect-error There is no such severity.
        export const wrong: NewFinding = { ...body, severity: "Huge" };
        """;

    [Fact]
    public async Task It_passes_the_strict_compiler_together_with_a_caller()
    {
        var client = await Tools.Generate(
            "openapi2tsclient", "client.ts", "/template:Fetch", "/typeStyle:Interface", "/enumStyle:StringLiteral", "/dateTimeType:String",
            "/generateOptionalParameters:true");
        var folder = Path.GetDirectoryName(client)!;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "caller.ts"), Caller, TestContext.Current.CancellationToken);
            await Tools.TypeScript(
                folder, "--noEmit", "--strict", "--target", "es2022", "--module", "es2022", "--moduleResolution", "bundler",
                "--lib", "es2022,dom",
                "caller.ts");

            var methods = await File.ReadAllTextAsync(client, TestContext.Current.CancellationToken);
            MergedDocument.Operations().Select(operation => (string)operation.Operation["operationId"]!)
                .Where(id => !methods.Contains($"    {char.ToLowerInvariant(id[0])}{id[1..]}(", StringComparison.Ordinal))
                .ShouldBeEmpty("each operation is a method of its name");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
