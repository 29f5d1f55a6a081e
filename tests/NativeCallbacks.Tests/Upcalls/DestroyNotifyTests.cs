using System;
using System.Collections.Generic;
using System.Linq;

namespace NativeCallbacks.Tests.Upcalls;

/// <summary>Owners that native code disposes.</summary>
public class DestroyNotifyTests
{
    [Fact]
    public void DestroyNotify_DisposesTheOwnerOfItsContext_AndNoOther()
    {
        using var other = new Count(static (i, _) => i + 500).ToManagedCallback();
        var handler = new Count(static (i, _) => i + 3).ToManagedCallback();

        Lifetimes.Owned.Invoke(handler.Callback, handler.UserData, handler.DestroyNotify, 4, 1).Should().Be(0 + 1 + 2 + 3 + (4 * 3));

        handler.Invoking(static disposed => disposed.Callback).Should().Throw<ObjectDisposedException>();
        Counting.Call(other).Should().Be(500);
    }

    [Fact]
    public void DestroyNotify_OfASignatureWithoutContext_FindsItsOwner()
    {
        using var other = new PlainCount(static i => i + 500).ToManagedCallback();
        var handler = new PlainCount(static i => i + 3).ToManagedCallback();
        new[] { (long)handler.UserData, (long)other.UserData, 0 }.Should().OnlyHaveUniqueItems();
        handler.UserData.Should().Be(handler.UserData, "a context is issued once");

        Lifetimes.OwnedPlain.Invoke(handler.Callback, handler.UserData, handler.DestroyNotify, 2, 1).Should().Be(0 + 1 + (2 * 3));

        handler.Invoking(static disposed => disposed.Callback).Should().Throw<ObjectDisposedException>();
        Counting.Call(other.Callback).Should().Be(500);
    }

    [Fact]
    public void DestroyNotify_IsOneFunction_ForWhateverOwner()
    {
        var first = new PlainCount(static i => i).ToManagedCallback();
        using var second = new Count(static (i, _) => i).ToManagedCallback();
        var context = first.UserData;

        second.DestroyNotify.Should().Be(first.DestroyNotify);
        second.DestroyNotify.Invoke(context);

        first.Invoking(static disposed => disposed.UserData).Should().Throw<ObjectDisposedException>();
        Counting.Call(second, 2).Should().Be(1);
    }

    [Fact]
    public void DestroyNotify_Twice_AfterDispose_AndWithNull_DoesNothing()
    {
        using var other = new PlainCount(static i => i).ToManagedCallback();
        var handler = new PlainCount(static i => i).ToManagedCallback();
        var (callback, context, destroy) = (handler.Callback, handler.UserData, handler.DestroyNotify);

        Lifetimes.OwnedPlain.Invoke(callback, context, destroy, 1, 3).Should().Be(0);
        handler.Dispose();
        Lifetimes.OwnedPlain.Invoke(other.Callback, context, destroy, 1, 1).Should().Be(0);
        Lifetimes.OwnedPlain.Invoke(other.Callback, 0, destroy, 1, 1).Should().Be(0);
        Counting.Call(other.Callback, 3).Should().Be(3);
    }

    [Fact]
    public void DestroyNotify_WithAContextThatNobodyHad_IsAHandlerNotCalled()
    {
        using var handler = new PlainCount(static i => i).ToManagedCallback();

        var thrown = Record.Exception(() => Lifetimes.OwnedPlain.Invoke(handler.Callback, 4711, handler.DestroyNotify, 1, 1));

        var notCalled = thrown.Should().BeOfType<HandlerNotCalledException>().Subject;
        (notCalled.Signature, notCalled.Reason, notCalled.Context).Should().Be((typeof(DestroyNotify), HandlerNotCalledReason.UnknownContext, 4711));
    }

    [Fact]
    public void DestroyNotify_InsideTheHandler_LetsItComplete()
    {
        ManagedCallback<Count>? owner = null;
        owner = new Count((i, user) =>
        {
            owner!.DestroyNotify.Invoke(user == 0 ? owner.UserData : user);
            return i + 7;
        }).ToManagedCallback();

        Lifetimes.Owned.Invoke(owner.Callback, owner.UserData, owner.DestroyNotify, 1, 1).Should().Be(7);

        owner.Invoking(static disposed => disposed.Callback).Should().Throw<ObjectDisposedException>();
    }

    [Fact]
    public void DestroyNotify_BehindAFault_DoesNotLoseIt()
    {
        var handler = new Count(static (i, _) => throw new InvalidOperationException($"At {i}.")).ToManagedCallback();

        var thrown = Record.Exception(() => Lifetimes.Owned.Invoke(handler.Callback, handler.UserData, handler.DestroyNotify, 3, 1));

        thrown.Should().BeOfType<InvalidOperationException>().Which.Message.Should().Be("At 0.");
    }

    [Fact]
    public void DestroyNotify_OnManyThreads_DisposesEachOnce()
    {
        const int Owners = 2_000;
        var with = Enumerable.Range(0, Owners).Select(static _ => new Count(static (i, _) => i).ToManagedCallback()).ToList();
        var without = Enumerable.Range(0, Owners / 10).Select(static _ => new PlainCount(static i => i).ToManagedCallback()).ToList();
        CallbackOwner[] owners = [.. with, .. without];
        var contexts = owners.Select(static owner => owner.UserData).ToArray();
        using var survivor = new Count(static (i, _) => i + 1).ToManagedCallback();

        Lifetimes.DestroyOnThreads.Invoke(survivor.DestroyNotify, contexts, 8).Should().Be(8);

        owners.Should().OnlyContain(static owner => IsDisposed(owner));
        Counting.Call(survivor).Should().Be(1);
    }

    [Fact]
    public void Contexts_OfSignaturesWithAndWithoutContext_AreNeverTheSame()
    {
        using var owners = new Disposables();
        var contexts = new HashSet<nint>();
        for (var i = 0; i < 500; i++)
        {
            contexts.Add(owners.Add(new Count(static (i, _) => i).ToManagedCallback()).UserData).Should().BeTrue();
            contexts.Add(owners.Add(new PlainCount(static i => i).ToManagedCallback()).UserData).Should().BeTrue();
        }
    }

    [Fact]
    public void DestroyNotify_OfADisposedOwner_IsRefused()
    {
        var handler = new PlainCount(static i => i).ToManagedCallback();
        handler.Dispose();

        handler.Invoking(static disposed => disposed.DestroyNotify).Should().Throw<ObjectDisposedException>();
    }

    private static bool IsDisposed(CallbackOwner owner) => Record.Exception(() => owner.UserData) is ObjectDisposedException;
}
