using System.Text;
using NativeCallbacks;

namespace RustSample;

/// <summary>The library that is built from kernels.rs. It reports the type of each function that it exports.</summary>
internal sealed class RustKernels
{
    private readonly NativeModule _library;
    private readonly NativeCallback<SignatureText> _signatureText;

    public RustKernels(string path)
    {
        _library = NativeModule.Load(path);
        // The one function that has to be known before Rust can be asked.
        _signatureText = _library.Bind<SignatureText>("signature_text", "extern \"C\" fn(name: *const c_char, text: *mut u8, capacity: usize) -> usize");
    }

    /// <summary>An exported function, if the delegate declares it as Rust does.</summary>
    public NativeCallback<TSignature> Bind<TSignature>(string name)
        where TSignature : Delegate =>
        _library.Bind<TSignature>(name, SignatureOf(name));

    /// <summary>The type of an exported function, as Rust writes it.</summary>
    public string SignatureOf(string name)
    {
        var text = new byte[200];
        var length = (int)_signatureText.Invoke(name, text);
        return Encoding.UTF8.GetString(text, 0, length);
    }
}
