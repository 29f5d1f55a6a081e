namespace NativeCallbacks.LibraryTests;

internal readonly record struct ShapeSummary(double First, int Second);

internal readonly record struct ShapeCorner(double X, double Y, double Z);

/// <summary>C++: <c>struct shape</c>, whose virtual functions are the slots of its table.</summary>
[NativeTable(TableKind.Object, CallingConvention = CallingConvention.ThisCall)]
internal interface IShape
{
    [Slot(0)]
    public double Area(double scale);

    [Slot(1)]
    public int Sides();

    [Slot(2)]
    public ShapeSummary Summary(int weight);

    [Slot(3)]
    public ShapeCorner Corner(double by);
}

/// <summary>C++: <c>struct box</c>, whose table begins with that of its base.</summary>
[NativeTable(TableKind.Object, CallingConvention = CallingConvention.ThisCall)]
internal interface IBox : IShape
{
    [Slot(4)]
    public double Volume();
}

[NativeApi("ncbshapes")]
internal static partial class ShapeApi
{
    [Symbol("shape_square")]
    public static partial nint Square(double side);

    [Symbol("shape_box")]
    public static partial nint Box(double side, double height);

    [Symbol("shape_weigh")]
    public static partial double Weigh(nint shape, double scale);
}

/// <summary>Classes of C++, as g++ lays them out.</summary>
public class CppTests
{
    [Fact]
    public void VirtualFunctions_OfAnObject_AreThoseOfItsClass()
    {
        var (square, box) = (ShapeApi.Square(3), ShapeApi.Box(2, 5));

        var shape = new ShapeObject(square);
        (shape.Area(10), shape.Sides(), shape.Summary(7), shape.Corner(0.5)).Should()
            .Be((90, 4, new ShapeSummary(1.5, 3), new ShapeCorner(3, 2.5, 1)));
        var derived = new BoxObject(box);
        (derived.Area(10), derived.Sides(), derived.Volume(), derived.Summary(7)).Should().Be((480, 6, 20, new ShapeSummary(1, 1)));
        new ShapeObject(box).Area(1).Should().Be(48, "a box is a shape");
    }

    [Fact]
    public void ObjectOfCSharp_IsCalledByCpp()
    {
        using var circle = new Circle(2).ToNativeObject();

        ShapeApi.Weigh(circle.Address, 10).Should().Be(Weight(new Circle(2), 10));
        var square = ShapeApi.Square(3);
        ShapeApi.Weigh(square, 10).Should().Be(Weight(new ShapeObject(square), 10), "C++ and C# weigh the same");
    }

    [Fact]
    public void ExceptionOfAVirtualFunction_DoesNotReachCpp()
    {
        using var circle = new Circle(double.NaN).ToNativeObject();

        var weigh = () => ShapeApi.Weigh(circle.Address, 10);

        weigh.Should().Throw<NotFiniteNumberException>();
    }

    private static double Weight(IShape shape, double scale)
    {
        var (summary, corner) = (shape.Summary(7), shape.Corner(0.5));
        return shape.Area(scale) + (2 * shape.Sides()) + (3 * summary.First) + (4 * summary.Second) + (5 * corner.X) + (6 * corner.Y) + (7 * corner.Z);
    }

    private sealed class Circle(double radius) : IShape
    {
        public double Area(double scale) => double.IsNaN(radius) ? throw new NotFiniteNumberException() : 3 * radius * radius * scale;

        public int Sides() => 1;

        public ShapeSummary Summary(int weight) => new(radius, 2 * weight);

        public ShapeCorner Corner(double by) => new(radius, by, radius - by);
    }
}
