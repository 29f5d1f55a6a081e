using System;

namespace NativeCallbacks.Tests.Status;

/// <summary>Status codes: a failing one is an exception, any other the result.</summary>
public class StatusTests
{
    [Fact]
    public void Invoke_WithZero_SucceedsWhereZeroIsSuccess()
    {
        Shim.Get<IntStatus>("status_int32").Invoke(0).Should().Be(0);
        Shim.Get<SByteStatus>("status_int8").Invoke(0).Should().Be(0);
        Shim.Get<LongStatus>("status_int64").Invoke(0).Should().Be(0);
        Shim.Get<UIntStatus>("status_uint32").Invoke(0).Should().Be(0);
        Shim.Get<EnumStatus>("status_int16").Invoke(ErrorCode.None).Should().Be(ErrorCode.None);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void Invoke_WithAnythingElse_FailsWhereZeroIsSuccess(int code)
    {
        var call = () => Shim.Get<IntStatus>("status_int32").Invoke(code);

        ShouldFail(call, code, typeof(IntStatus)).WithMessage(
            $"The native IntStatus returned status {code}, but only zero means success. See the native library's documentation for the meaning of the code.");
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(6, true)]
    [InlineData(int.MaxValue, true)]
    [InlineData(-1, false)]
    [InlineData(int.MinValue, false)]
    public void Invoke_FailsBelowZeroOnly_WhereNonNegativeIsSuccess(int code, bool succeeds)
    {
        var call = () => Shim.Get<IntNonNegativeStatus>("status_int32").Invoke(code);

        if (succeeds)
        {
            call().Should().Be(code);
        }
        else
        {
            ShouldFail(call, code, typeof(IntNonNegativeStatus)).WithMessage($"*status {code}, but zero or more means success.*");
        }
    }

    [Fact]
    public void Invoke_FailsWithZeroOnly_WhereNonZeroIsSuccess()
    {
        var status = Shim.Get<IntNonZeroStatus>("status_int32");

        status.Invoke(1).Should().Be(1);
        status.Invoke(-5).Should().Be(-5);
        ShouldFail(() => status.Invoke(0), 0, typeof(IntNonZeroStatus)).WithMessage("*status 0, but any code except zero means success.*");
    }

    [Fact]
    public void Invoke_WithSByte_FailsByTheSignOfItsEightBits()
    {
        Shim.Get<SByteNonNegativeStatus>("status_int8").Invoke(127).Should().Be(127);
        ShouldFail(() => Shim.Get<SByteNonNegativeStatus>("status_int8").Invoke(-128), -128, typeof(SByteNonNegativeStatus));
        ShouldFail(() => Shim.Get<SByteStatus>("status_int8").Invoke(-1), -1, typeof(SByteStatus));
    }

    [Fact]
    public void Invoke_WithLong_FailsByAllItsBits()
    {
        ShouldFail(() => Shim.Get<LongStatus>("status_int64").Invoke(1L << 32), 1L << 32, typeof(LongStatus));
        ShouldFail(() => Shim.Get<LongNonNegativeStatus>("status_int64").Invoke(long.MinValue), long.MinValue, typeof(LongNonNegativeStatus));
        Shim.Get<LongNonNegativeStatus>("status_int64").Invoke(1L << 31).Should().Be(1L << 31);
    }

    [Fact]
    public void Invoke_WithUnsignedCode_ReportsItsValue()
    {
        ShouldFail(() => Shim.Get<UIntStatus>("status_uint32").Invoke(uint.MaxValue), uint.MaxValue, typeof(UIntStatus));
        ShouldFail(() => Shim.Get<ULongStatus>("status_uint64").Invoke(ulong.MaxValue), -1, typeof(ULongStatus));
        Shim.Get<UIntNonZeroStatus>("status_uint32").Invoke(uint.MaxValue).Should().Be(uint.MaxValue);
        ShouldFail(() => Shim.Get<UIntNonZeroStatus>("status_uint32").Invoke(0), 0, typeof(UIntNonZeroStatus));
    }

    [Fact]
    public void Invoke_WithEnum_FailsByItsInteger()
    {
        ShouldFail(() => Shim.Get<EnumStatus>("status_int16").Invoke(ErrorCode.Busy), 300, typeof(EnumStatus));
        ShouldFail(() => Shim.Get<EnumStatus>("status_int16").Invoke(ErrorCode.OutOfRange), -3, typeof(EnumStatus));
        ShouldFail(() => Shim.Get<EnumNonNegativeStatus>("status_int16").Invoke(ErrorCode.OutOfRange), -3, typeof(EnumNonNegativeStatus));
        Shim.Get<EnumNonNegativeStatus>("status_int16").Invoke(ErrorCode.Busy).Should().Be(ErrorCode.Busy);
    }

    [Fact]
    public void Invoke_ThatFailsAfterWriting_KeepsWhatWasWritten()
    {
        var output = new double[3];

        var call = () => Shim.Get<WriteThenStatus>("status_after_writing").Invoke(9, output);

        ShouldFail(call, 9, typeof(WriteThenStatus));
        output.Should().Equal(1, 2, 3);
    }

    private static FluentAssertions.Specialized.ExceptionAssertions<NativeStatusException> ShouldFail<T>(Func<T> call, long code, Type signature)
    {
        var failure = call.Should().ThrowExactly<NativeStatusException>();
        failure.Which.Code.Should().Be(code);
        failure.Which.Signature.Should().Be(signature);
        return failure;
    }
}
