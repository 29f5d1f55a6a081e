// A hierarchy of C++ classes: what C++ makes is read by C#, and what C# makes is called by C++.
struct pair { double first; int second; };
struct triple { double x, y, z; };

struct shape {
    virtual double area(double scale) const = 0;
    virtual int sides() const { return count; }
    virtual pair summary(int weight) const = 0;
    virtual triple corner(double by) const = 0;
    int count = 0;
};

struct square : shape {
    double side;
    explicit square(double side) : side(side) { count = 4; }
    double area(double scale) const override { return side * side * scale; }
    pair summary(int weight) const override { return { side / 2, weight - count }; }
    triple corner(double by) const override { return { side, side - by, 2 * by }; }
};

struct box final : square {
    double height;
    box(double side, double height) : square(side), height(height) { count = 6; }
    double area(double scale) const override { return 2 * square::area(scale) + 4 * side * height * scale; }
    virtual double volume() const { return side * side * height; }
};

extern "C" {
shape *shape_square(double side) { static square last(0); last = square(side); return &last; }
shape *shape_box(double side, double height) { static box last(0, 0); last = box(side, height); return &last; }

// All that is virtual, weighted by its place.
double shape_weigh(const shape *s, double scale)
{
    const pair summary = s->summary(7);
    const triple corner = s->corner(0.5);
    return s->area(scale) + 2 * s->sides() + 3 * summary.first + 4 * summary.second + 5 * corner.x + 6 * corner.y + 7 * corner.z;
}
}
