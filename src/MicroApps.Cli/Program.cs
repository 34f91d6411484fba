using System.Text;
using MicroApps.Cli;

// Without a byte order mark, whatever the code page: the output is meant to be piped.
if (OperatingSystem.IsWindows())
    Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await CliApp.InvokeAsync(args, Console.Out, Console.Error).ConfigureAwait(false);
