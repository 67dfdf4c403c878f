using System.Diagnostics;

namespace Hallbarhet.LocalTenant.Files;

/// <summary>Converts with LibreOffice where it is installed, one file at a time.</summary>
internal static class PdfConverter
{
    private const string TaggedPdf = """pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}""";

    private static readonly SemaphoreSlim One = new(1, 1);

    /// <summary>A profile of this process alone: two LibreOffice processes cannot share one.</summary>
    private static readonly string Profile = Path.Combine(Path.GetTempPath(), $"local-tenant-office-{Environment.ProcessId}");

    static PdfConverter() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Forget();

    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists);

    public static async Task<byte[]> ConvertAsync(string name, byte[] content, CancellationToken cancellation)
    {
        await One.WaitAsync(cancellation);
        var folder = System.IO.Directory.CreateTempSubdirectory("local-tenant-pdf");
        try
        {
            var source = Path.Combine(folder.FullName, "source" + Path.GetExtension(name));
            await File.WriteAllBytesAsync(source, content, cancellation);
            await RunAsync(source, folder.FullName, cancellation);
            var pdf = Path.ChangeExtension(source, ".pdf");
            if (!File.Exists(pdf)) throw new GraphError(406, "notAcceptable", $"The file {name} could not be converted to PDF.");
            return await File.ReadAllBytesAsync(pdf, cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
            _ = One.Release();
        }
    }

    private static void Forget()
    {
        if (System.IO.Directory.Exists(Profile)) System.IO.Directory.Delete(Profile, recursive: true);
    }

    private static async Task RunAsync(string source, string folder, CancellationToken cancellation)
    {
        using var process = Process.Start(new ProcessStartInfo(Program!,
            ["-env:UserInstallation=file://" + Profile, "--headless", "--norestore", "--convert-to", TaggedPdf, "--outdir", folder, source])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
        await process.WaitForExitAsync(cancellation);
    }
}
