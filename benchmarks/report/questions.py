"""What is asked, who answers, and what was promised."""

from dataclasses import dataclass
from typing import Dict, Optional

from results import IN_LOOP, OWN_FRAME, SUMMED


@dataclass(frozen=True)
class Question:
    """A suite: its contenders as a reader knows them, and which one the others are measured by."""

    #: In charts; {} stands for the parameters.
    title: str
    base: str
    contenders: Dict[str, str]
    #: What is divided by: "the floor" where nothing can be faster, "the baseline" where it is what one writes by hand.
    base_is: str = "the floor"
    #: Whether the figures are of the rounds in which calls from C# are near, with those of the others beside them.
    by_place: bool = False


CALLS = {
    "Raw": "`delegate* unmanaged` (the floor)",
    "RawAgain": "… again",
    "Invoke": "**`Invoke`**",
    "ToDelegate": "**`ToDelegate`**",
    "NativeApi": "**`[NativeApi]`**",
    "LibraryImport": "`LibraryImport`",
    "DllImport": "`DllImport`",
    "MarshalDelegate": "`GetDelegateForFunctionPointer`",
}
SUPPRESSED = {
    "RawSuppressed": "`delegate* unmanaged`, `SuppressGCTransition`",
    "RawSuppressedAgain": "… again",
    "InvokeSuppressed": "**`Invoke`**, `SuppressGCTransition`",
}
HANDLERS = {
    **CALLS,
    "Raw": "`delegate* unmanaged`, `UnmanagedCallersOnly` with `try`/`catch` (the floor)",
    "Invoke": "**`Invoke`**, `ToManagedCallback`",
    "InvokeStaticCallback": "**`Invoke`**, `[StaticCallback]`",
    "ToDelegate": "**`ToDelegate`**, `ToManagedCallback`",
    "LibraryImport": "`LibraryImport`, the delegate as the argument",
    "DllImport": "`DllImport`, the delegate as the argument",
    "MarshalDelegate": "`GetDelegateForFunctionPointer`, the delegate as the argument",
}
MAPS = {
    "LoopInC": "the loop in C (the floor)",
    "LoopInCAgain": "… again",
    "Map": "**`Map`**",
    "InvokeLoop": "**a loop of `Invoke`**",
    "PinnedLoop": "a loop of `delegate* unmanaged`, pinned",
    "MapSuppressed": "**`Map`**, `SuppressGCTransition`",
    "PinnedLoopSuppressed": "a loop of `delegate* unmanaged`, pinned, `SuppressGCTransition`",
}
HAND_WRITTEN = "hand-written `UnmanagedCallersOnly`, `try`/`catch`, handler by `GCHandle`"

QUESTIONS = {
    "Scalar": Question("double (double)", "Raw", {**CALLS, **SUPPRESSED}),
    "Mixed": Question("eight arguments", "Raw", CALLS),
    "StructOf16Bytes": Question("structure of 16 bytes", "Raw", CALLS),
    "StructOf24Bytes": Question("structure of 24 bytes", "Raw", CALLS),
    "Matrix": Question("matrix of {}", "Raw", CALLS),
    "LargeMatrix": Question("matrix of {}", "Raw", CALLS),
    "Text": Question("text of {} letters", "Raw", {**CALLS, "Raw": "`delegate* unmanaged`, UTF-8 by hand (the floor)"}),
    "WideText": Question("UTF-16 text of {} letters", "Raw", {**CALLS, "Raw": "`delegate* unmanaged`, pinned (the floor)"}),
    "TextResult": Question("a text as the result", "Raw", {
        **CALLS,
        "Raw": "`delegate* unmanaged`, `PtrToStringUTF8` (the floor)",
        "Invoke": "**`Invoke`**, `string`",
        "InvokePointer": "**`Invoke`**, `Utf8Pointer.ToString()`",
        "LibraryImport": "`LibraryImport`, `PtrToStringUTF8`",
    }),
    "NativeFunctionArgument": Question("a C function as argument", "Raw", CALLS),
    "HandlerArgument": Question("a C# handler as argument", "Raw", HANDLERS),
    "MapUnary": Question("{}", "LoopInC", MAPS, by_place=True),
    "MapBinary": Question("{}", "LoopInC", MAPS, by_place=True),
    "HandlerCall": Question("a call from C", "HandWrittenWithGCHandle", {
        "CFunction": "a C function (nothing can be faster)",
        "CFunctionAgain": "… again",
        "HandWrittenWithGCHandle": f"{HAND_WRITTEN} (the baseline)",
        "HandWrittenWithGCHandleAgain": "… again",
        "WithUserData": "**`ToManagedCallback`, signature with `[UserData]`**",
        "HandWrittenWithObject": "hand-written `UnmanagedCallersOnly`, `try`/`catch`, static method, object by `GCHandle`",
        "WithState": "**`[StaticCallback]` with a `CallbackState<T>`**, the same static method",
        "HandWrittenDelegate": "hand-written delegate with `try`/`catch`, `GetFunctionPointerForDelegate`",
        "WithoutUserData": "**`ToManagedCallback`, signature without**",
        "FunctionPointerForDelegate": "`GetFunctionPointerForDelegate`, without `try`/`catch`",
        "HandWrittenStatic": "hand-written `UnmanagedCallersOnly`, `try`/`catch`, static method",
        "StaticCallback": "**`[StaticCallback]`**, the same static method",
    }, "the baseline"),
    "HandlerToAddress": Question("made and let go", "FunctionPointerForDelegate", {
        "FunctionPointerForDelegate": "`GetFunctionPointerForDelegate` (the baseline)",
        "FunctionPointerForDelegateAgain": "… again",
        "WithUserData": "**`ToManagedCallback`, signature with `[UserData]`**",
        "WithoutUserData": "**`ToManagedCallback`, signature without**",
        "HandWrittenWithGCHandle": "`GCHandle`, for a hand-written function",
    }, "the baseline"),
    "HandlerCalledTwice": Question("made, called twice and let go", "HandWrittenWithGCHandle", {
        "HandWrittenWithGCHandle": "`GCHandle` for the hand-written function (the baseline)",
        "HandWrittenWithGCHandleAgain": "… again",
        "WithUserData": "**`ToManagedCallback`, signature with `[UserData]`**",
        "WithoutUserData": "**`ToManagedCallback`, signature without**",
        "FunctionPointerForDelegate": "`GetFunctionPointerForDelegate`",
    }, "the baseline"),
    "AddressToCallable": Question("an address, called once", "Raw", {
        "Raw": "cast to `delegate* unmanaged` (the floor)",
        "RawAgain": "… again",
        "New": "**`new NativeCallback<T>(address)`**",
        "NewToDelegate": "**… and `ToDelegate`**",
        "Bind": "**`Bind`, with a signature in Numba's notation**",
        "MarshalDelegate": "`GetDelegateForFunctionPointer`",
    }),
}


@dataclass(frozen=True)
class Promise:
    """A ratio of two contenders, and what it must not exceed; or, where more is better, fall short of."""

    text: str
    question: str
    frame: str
    parameters: str
    numerator: str
    denominator: str
    most: Optional[float] = None
    least: Optional[float] = None

    @property
    def is_within_spread(self) -> bool:
        """Whether the limit is how far the denominator is from itself."""
        return self.most is None and self.least is None


def _invoke(what: str, question: str, parameters: str = "", most: Optional[float] = None, frames=(OWN_FRAME, IN_LOOP)) -> list:
    return [
        Promise(f"`Invoke` ÷ raw pointer, {what}, {frame}", question, frame, parameters, "Invoke", "Raw", most)
        for frame in frames
    ]


PROMISES = [
    *_invoke("`double (double)`", "Scalar", frames=(OWN_FRAME, IN_LOOP, SUMMED)),
    *(
        Promise(f"… both with `SuppressGCTransition`, {frame}", "Scalar", frame, "", "InvokeSuppressed", "RawSuppressed")
        for frame in (OWN_FRAME, IN_LOOP)
    ),
    *_invoke("eight arguments", "Mixed"),
    *_invoke("structure of 16 bytes", "StructOf16Bytes"),
    *_invoke("structure of 24 bytes", "StructOf24Bytes"),
    *_invoke("matrix of 3×2", "Matrix", "3×2", 1.10),
    *_invoke("matrix of 100×100", "Matrix", "100×100", 1.10),
    *_invoke("matrix of 1000×1000", "LargeMatrix", "1000×1000", 1.10, frames=(OWN_FRAME,)),
    *(
        Promise(
            f"`GetDelegateForFunctionPointer` ÷ `Invoke`, `double (double)`, {frame}",
            "Scalar", frame, "", "MarshalDelegate", "Invoke", least=least,
        )
        for frame, least in ((OWN_FRAME, 2.3), (IN_LOOP, 5))
    ),
    *(
        Promise(f"`Map` ÷ the loop in C, `{signature}`, {what}", question, OWN_FRAME, function, "Map", "LoopInC", 1.10)
        for question, signature, what, function in (
            ("MapUnary", "double (double)", "a function that does next to nothing", "line"),
            ("MapUnary", "double (double)", "e⁻ˣˣ", "normal"),
            ("MapBinary", "double (double, double)", "a function that does next to nothing", "plane"),
            ("MapBinary", "double (double, double)", "xʸ", "power"),
        )
    ),
    *(
        Promise(
            f"call of a handler ÷ hand-written, signature {which} `[UserData]`",
            "HandlerCall", OWN_FRAME, "", contender, "HandWrittenWithGCHandle", 1.10,
        )
        for which, contender in (("with", "WithUserData"), ("without", "WithoutUserData"))
    ),
    Promise("call of a static method with an object ÷ hand-written, by a `CallbackState<T>`", "HandlerCall", OWN_FRAME, "", "WithState", "HandWrittenWithObject", 1.05),
    Promise("… ÷ a hand-written delegate, signature without `[UserData]`", "HandlerCall", OWN_FRAME, "", "WithoutUserData", "HandWrittenDelegate", 1.10),
    Promise("call of a static method ÷ hand-written", "HandlerCall", OWN_FRAME, "", "StaticCallback", "HandWrittenStatic", 1.10),
    *(
        Promise(
            f"`ToManagedCallback` and `Dispose` ÷ `GetFunctionPointerForDelegate`, {which} `[UserData]`",
            "HandlerToAddress", OWN_FRAME, "", contender, "FunctionPointerForDelegate", 0.25,
        )
        for which, contender in (("with", "WithUserData"), ("without", "WithoutUserData"))
    ),
]
