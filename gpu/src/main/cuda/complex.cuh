// Elementary functions of complex numbers, computed in double for both types. Infinite, nan and signed zero parts give
// what C's Annex G says; where terms cancel they are computed anew, as on the host.
#pragma once
#include "walk.cuh"
#include "functions.cuh"

#define LN2 0x1.62e42fefa39efp-1
#define HALF_PI 0x1.921fb54442d18p0
#define PI 0x1.921fb54442d18p1

FN complex128 complex(double re, double im) { return {re, im}; }
FN bool isFinite(double a) { return fabs(a) < INFINITY; }

// f(iz) / i of an odd f that commutes with conjugation: both parts change places, twice.
template <class F> FN complex128 rotated(complex128 a) {
    complex128 value = F::of(complex128{a.im, a.re});
    return {value.im, value.re};
}

// Roots

// The distance from 0, of which rounding errors are made good; powers of two bring squares to where they are neither
// infinite nor of few digits.
FN double length(double r, double i) {
    double a = fabs(r), b = fabs(i);
    if (a == INFINITY || b == INFINITY) return INFINITY;
    if (isNan(a) || isNan(b)) return NAN;
    double large = a > b ? a : b, small = a > b ? b : a;
    if (small == 0 || (small < 0x1p-450 && large > 0x1p-300)) return large;
    double scale = large > 0x1p510 ? 0x1p-600 : small < 0x1p-450 ? 0x1p600 : 1;
    large *= scale;
    small *= scale;
    double x = large * large, y = small * small, sum = x + y;
    double lost = x - sum + y + fma(large, large, -x) + fma(small, small, -y);
    double root = sqrt(sum);
    return (root + (fma(-root, root, sum) + lost) / (root + root)) / scale;
}

// The root of half of |z| + |r|: the greater part of the result.
FN double greater(double r, double i) {
    double a = fabs(r), b = fabs(i), large = a > b ? a : b;
    if (large == 0) return 0;
    double scale = large > 0x1p1000 ? 0x1p-1000 : large < 0x1p-900 ? 0x1p1000 : 1;
    double back = large > 0x1p1000 ? 0x1p500 : large < 0x1p-900 ? 0x1p-500 : 1;
    double real = a * scale;
    return sqrt((real + length(real, i * scale)) * 0.5) * back;
}
struct complex_sqrt {
    static FN complex128 of(complex128 a) {
        if (isFinite(a.re) && isFinite(a.im)) {
            double more = greater(a.re, a.im), less = more == 0 ? 0 : fabs(a.im) / more * 0.5;
            return a.re >= 0 ? complex(more, copysign(less, a.im)) : complex(less, copysign(more, a.im));
        }
        if (isInf(a.im)) return {INFINITY, a.im};
        if (a.re == INFINITY) return {a.re, isNan(a.im) ? a.im : copysign(0.0, a.im)};
        return a.re == -INFINITY ? complex(isNan(a.im) ? a.im : 0, copysign((double) INFINITY, a.im)) : complex(NAN, NAN);
    }
};
struct complex_sign {
    static FN complex128 of(complex128 a) {
        double far = length(a.re, a.im);
        if (far == INFINITY) {
            bool real = isInf(a.re), imag = isInf(a.im);
            return real && imag ? complex(NAN, NAN)
                : complex(real ? copysign(1.0, a.re) : 0, imag ? copysign(1.0, a.im) : 0);
        }
        return far == 0 ? complex(0, 0) : complex(a.re / far, a.im / far);
    }
};

// Exponentials

// From 709 on e to the r is taken in steps: times a sine it may be finite where alone it is not.
#define EXP_709 0x1.d422d2be5dc9bp1022

// e to the r, times the point at an angle on the unit circle, whose coordinates are given.
FN complex128 polar(double r, double angle, double cos_, double sin_) {
    if (!isFinite(angle)) {
        return r == -INFINITY ? complex(0, copysign(0.0, angle)) : complex(r == INFINITY ? r : (double) NAN, NAN);
    }
    if (r < 709 || isNan(r)) {
        double far = exp(r);
        return {far * cos_, far * sin_};
    }
    double far = exp(r - 709);
    return {far * cos_ * EXP_709, far * sin_ * EXP_709};
}
struct complex_exp {
    static FN complex128 of(complex128 a) {
        return a.im == 0 ? complex(exp(a.re), a.im) : polar(a.re, a.im, cos(a.im), sin(a.im));
    }
};
struct complex_exp2 {
    static FN complex128 of(complex128 a) {
        if (a.im == 0) return {exp2(a.re), a.im};
        double angle = a.im * LN2;
        double lost = fabs(a.im) < 0x1p50 ? fma(a.im, LN2, -angle) + a.im * 0x1.abc9e3b39803fp-56 : 0;
        double lost_cos = cos(lost), lost_sin = sin(lost), c = cos(angle), s = sin(angle);
        double real = fma(c, lost_cos, -s * lost_sin), imag = fma(s, lost_cos, c * lost_sin);
        if (!isFinite(a.re) || fabs(a.re) > 3000) return polar(a.re * LN2, angle, real, imag);
        double whole = rint(a.re);
        int power = (int) whole;
        double far = exp((a.re - whole) * LN2), scale = ldexp(1.0, power / 2), rest = ldexp(1.0, power - power / 2);
        return {far * real * scale * rest, far * imag * scale * rest};
    }
};

// A number of some 104 bits: the lower part is at most half of the higher one's last place.
struct Twofold { double high, low; };
FN Twofold both(double a, double b) {
    double sum = a + b, part = sum - a;
    return {sum, a - (sum - part) + (b - part)};
}
FN Twofold operator+(Twofold a, Twofold b) {
    Twofold highs = both(a.high, b.high), lows = both(a.low, b.low), all = both(highs.high, highs.low + lows.high);
    return both(all.high, all.low + lows.low);
}
FN Twofold operator+(Twofold a, double b) { return a + Twofold{b, 0}; }
FN Twofold operator*(Twofold a, Twofold b) {
    double product = a.high * b.high, lost = fma(a.high, b.high, -product);
    return both(product, lost + fma(a.high, b.low, a.low * b.high));
}
FN Twofold operator/(Twofold a, double b) {
    double quotient = a.high / b;
    return both(quotient, (fma(-quotient, b, a.high) + a.low) / b);
}
FN Twofold scaled(Twofold a, double power) { return {a.high * power, a.low * power}; }

// e to the x, less 1.
FN Twofold exponential(double x) {
    double k = rint(x * 0x1.71547652b82fep0), second = k * 0x1.ef35793c7673p-45;
    Twofold r = both(fma(-k, 0x1.62e42fefa38p-1, x), -second)
        + (-fma(k, 0x1.ef35793c7673p-45, -second) - k * 0x1.f97b57a079a19p-103);
    Twofold series{1, 0};
#pragma unroll 1
    for (int n = 26; n > 1; n--) series = series * r / n + 1;
    double scale = ldexp(1.0, (int) k);
    return scaled(series * r, scale) + (scale - 1);
}
// What half of pi is more than a double, and more than two.
#define HALF_PI_2 0x1.1a62633145c07p-54
#define HALF_PI_3 -0x1.f1976b7ed8fbcp-110
// The cosine of an angle, less 1.
FN Twofold cosine(double x) {
    double k = rint(x * 0x1.45f306dc9c883p-1), second = k * HALF_PI_2;
    Twofold r = both(fma(-k, HALF_PI, x), -second) + (-fma(k, HALF_PI_2, -second) - k * (HALF_PI_3));
    bool odd = (int64) k & 1;
    Twofold z = r * r, series{1, 0};
#pragma unroll 1
    for (int n = odd ? 28 : 29; n > 1; n -= 2) series = series * z / (-n * (n + 1.0)) + 1;
    Twofold value = odd ? r * series : scaled(z * series, 0.5);
    double sign = (int64) k & 2 ? 1 : -1;
    return scaled(value, sign) + (odd ? -1 : -sign - 1);
}
struct complex_expm1 {
    static FN complex128 of(complex128 a) {
        double half = sin(a.im * 0.5), term = expm1(a.re) * cos(a.im), real = term - 2 * half * half;
        if (fabs(real) < 0.5 * fabs(term) && fabs(a.im) < 0x1p45) {
            Twofold less = exponential(a.re), cosLess = cosine(a.im), sum = less + cosLess + less * cosLess;
            real = sum.high + 0.0;
        }
        return {real, exp(a.re) * sin(a.im)};
    }
};

// Logarithms

// Half of the logarithm of 1 more than the exact sum, of which no more than the last bits are lost.
FN double halfLog(double a, double b, double c, double d, double e) {
    double parts[5] = {a, b, c, d, e};
#pragma unroll
    for (int pass = 0; pass < 3; pass++) {
#pragma unroll
        for (int k = 1; k < 5; k++) {
            Twofold sum = both(parts[k - 1], parts[k]);
            parts[k - 1] = sum.low;
            parts[k] = sum.high;
        }
    }
    double rest = parts[3] + (parts[2] + (parts[1] + parts[0]));
    return 0.5 * (log1p(parts[4]) + rest / (1 + parts[4]));
}
// The logarithm of the distance from 0.
FN double logLength(double r, double i) {
    double a = fabs(r), b = fabs(i), large = a > b ? a : b, small = a > b ? b : a;
    if (!isNan(a) && !isNan(b) && large > 0.5 && large < 1.5) {
        double square = large * large + small * small;
        if (square > 0.5 && square < 2) {
            double less = large - 1, more = large + 1, product = less * more, ss = small * small;
            return halfLog(product, ss, fma(less, more, -product), fma(small, small, -ss), (large - (more - 1)) * less);
        }
    }
    if (large < 0x1p-960) return log(length(a * 0x1p110, b * 0x1p110)) - 110 * LN2;
    return large > 0x1p1020 && large < INFINITY ? log(length(a * 0x1p-4, b * 0x1p-4)) + 4 * LN2 : log(length(r, i));
}
FN complex128 logarithm(complex128 a, double scale) {
    return {logLength(a.re, a.im) * scale, atan2(a.im, a.re) * scale};
}
struct complex_log { static FN complex128 of(complex128 a) { return logarithm(a, 1); } };
struct complex_log2 { static FN complex128 of(complex128 a) { return logarithm(a, 0x1.71547652b82fep0); } };
struct complex_log10 { static FN complex128 of(complex128 a) { return logarithm(a, 0x1.bcb7b1526e50ep-2); } };
struct complex_log1p {
    static FN complex128 of(complex128 a) {
        double next = 1 + a.re, angle = atan2(a.im, next), square = next * next + a.im * a.im;
        if (square > 0.5 && square < 2) {
            double rr = a.re * a.re, ii = a.im * a.im;
            return {halfLog(a.re + a.re, rr, ii, fma(a.re, a.re, -rr), fma(a.im, a.im, -ii)), angle};
        }
        return {logLength(next, a.im), angle};
    }
};

// Hyperbolic functions, and those of angles, which are the same, turned

#define HALF_EXP_709 0x1.d422d2be5dc9bp1021

struct complex_sinh {
    static FN complex128 of(complex128 a) {
        double r = a.re, i = a.im;
        if (!isFinite(r) || !isFinite(i)) {
            if (!isInf(r)) return r == 0 ? complex(r, NAN) : complex(NAN, i == 0 ? i : (double) NAN);
            return !isFinite(i) ? complex(INFINITY, NAN) : i == 0 ? complex(r, i) : complex(r * cos(i), INFINITY * sin(i));
        }
        if (i == 0) return {sinh(r), i};
        double c = cos(i), s = sin(i);
        if (fabs(r) < 709) return {sinh(r) * c, cosh(r) * s};
        double far = exp(fabs(r) - 709);
        return {copysign(far, r) * c * HALF_EXP_709, far * s * HALF_EXP_709};
    }
};
struct complex_cosh {
    static FN complex128 of(complex128 a) {
        double r = a.re, i = a.im;
        if (!isFinite(r) || !isFinite(i)) {
            if (!isInf(r)) return {NAN, i == 0 ? i : r == 0 ? 0 : (double) NAN};
            return !isFinite(i) ? complex(INFINITY, NAN)
                : i == 0 ? complex(INFINITY, i * copysign(1.0, r)) : complex(INFINITY * cos(i), r * sin(i));
        }
        if (i == 0) return {cosh(r), i * copysign(1.0, r)};
        double c = cos(i), s = sin(i);
        if (fabs(r) < 709) return {cosh(r) * c, sinh(r) * s};
        double far = exp(fabs(r) - 709);
        return {far * c * HALF_EXP_709, copysign(far, r) * s * HALF_EXP_709};
    }
};
// By the squares of sinh r and cos i, whose sum loses nothing.
struct complex_tanh {
    static FN complex128 of(complex128 a) {
        double r = a.re, i = a.im;
        if (!isFinite(r) || !isFinite(i)) {
            if (!isInf(r)) return r == 0 ? complex(r, NAN) : complex(NAN, i == 0 ? i : (double) NAN);
            return {copysign(1.0, r), copysign(0.0, isFinite(i) ? sin(i) * cos(i) : i)};
        }
        double c = cos(i), s = sin(i);
        if (fabs(r) > 22) return {copysign(1.0, r), 4 * s * c * exp(-2 * fabs(r))};
        double sinh_ = sinh(r), squares = fma(sinh_, sinh_, c * c);
        return {sinh_ * cosh(r) / squares, s * c / squares};
    }
};
struct complex_sin { static FN complex128 of(complex128 a) { return rotated<complex_sinh>(a); } };
struct complex_cos { static FN complex128 of(complex128 a) { return complex_cosh::of({-a.im, a.re}); } };
struct complex_tan { static FN complex128 of(complex128 a) { return rotated<complex_tanh>(a); } };

// Inverse functions, in the first quadrant after Hull, Fairgrieve and Tang (1997), whose formulas cancel nowhere

#define EPSILON 0x1p-52
#define LEAST 0x1p-509
#define MOST 0x1p508

FN bool usual(double x, double y) { return x > LEAST && x < MOST && y > LEAST && y < MOST; }

FN double extremeSine(double x, double y) {
    if (y <= EPSILON * fabs(x - 1)) return x < 1 ? asin(x) : HALF_PI;
    if (y <= LEAST) return HALF_PI - sqrt(y);
    if (EPSILON * y - 1 >= x) return x / y;
    return x > 1 ? atan2(x, y) : x / sqrt(1 + y * y);
}
FN double extremeCosine(double x, double y) {
    if (y <= EPSILON * fabs(x - 1)) return x <= 1 ? acos(x) : y / sqrt(x - 1) / sqrt(x + 1);
    if (y <= LEAST) return sqrt(y);
    if (EPSILON * y - 1 >= x) return HALF_PI;
    return x > 1 ? atan2(y, x) : HALF_PI - x / sqrt(1 + y * y);
}
// The real part of the inverse sine, or of the inverse cosine.
FN double inverseReal(double x, double y, bool cosine) {
    if (!usual(x, y)) return cosine ? extremeCosine(x, y) : extremeSine(x, y);
    double more = x + 1, less = x - 1, far = length(more, y), near = length(less, y), a = 0.5 * (far + near), b = x / a;
    if (b <= 0.6417) return cosine ? acos(b) : asin(b);
    double apx = a + x;
    double side = x <= 1 ? sqrt(0.5 * apx * (y * y / (far + more) + (near - less)))
        : y * sqrt(0.5 * (apx / (far + more) + apx / (near + less)));
    return cosine ? atan2(side, x) : atan2(x, side);
}
FN double extremeImag(double x, double y) {
    if (y <= EPSILON * fabs(x - 1)) {
        if (x < 1) return y / sqrt((x + 1) * (1 - x));
        return x > MOST ? LN2 + log(x) : log1p(x - 1 + sqrt((x - 1) * (x + 1)));
    }
    if (y <= LEAST) return sqrt(y);
    if (EPSILON * y - 1 >= x) return LN2 + log(y);
    if (x > 1) {
        double ratio = x / y;
        return LN2 + log(y) + 0.5 * log1p(ratio * ratio);
    }
    return 0.5 * log1p(2 * y * (y + sqrt(1 + y * y)));
}
// The absolute value of the imaginary part of both.
FN double inverseImag(double x, double y) {
    if (!usual(x, y)) return extremeImag(x, y);
    double more = x + 1, less = x - 1, far = length(more, y), near = length(less, y), a = 0.5 * (far + near);
    if (a > 1.5) return log(a + sqrt(a * a - 1));
    double excess = x < 1 ? 0.5 * (y * y / (far + more) + y * y / (near - less))
        : 0.5 * (y * y / (far + more) + (near + less));
    return log1p(excess + sqrt(excess * (a + 1)));
}
FN complex128 arccosBeyond(double r, double i) {
    if (isInf(i)) return {isNan(r) ? r : !isInf(r) ? HALF_PI : r > 0 ? PI / 4 : 3 * (PI / 4), -i};
    if (isInf(r)) {
        return isNan(i) ? complex(NAN, -INFINITY) : complex(r > 0 ? 0 : PI, copysign((double) INFINITY, -i));
    }
    return {r == 0 ? HALF_PI : (double) NAN, NAN};
}
FN complex128 arcsinBeyond(double r, double i) {
    if (isInf(i)) return {isNan(r) ? r : isInf(r) ? copysign(HALF_PI / 2, r) : copysign(0.0, r), i};
    if (isInf(r)) return isNan(i) ? complex(NAN, INFINITY) : complex(copysign(HALF_PI, r), copysign((double) INFINITY, i));
    return {r == 0 ? r : (double) NAN, NAN};
}
struct complex_arcsin {
    static FN complex128 of(complex128 a) {
        double x = fabs(a.re), y = fabs(a.im);
        if (!(x < INFINITY) || !(y < INFINITY)) return arcsinBeyond(a.re, a.im);
        return {copysign(x == 0 ? 0 : inverseReal(x, y, false), a.re), copysign(inverseImag(x, y), a.im)};
    }
};
struct complex_arccos {
    static FN complex128 of(complex128 a) {
        double x = fabs(a.re), y = fabs(a.im);
        if (!(x < INFINITY) || !(y < INFINITY)) return arccosBeyond(a.re, a.im);
        double real = inverseReal(x, y, true);
        return {a.re < 0 ? PI - real : real, copysign(inverseImag(x, y), -a.im)};
    }
};
struct complex_arccosh {
    static FN complex128 of(complex128 a) {
        complex128 value = complex_arccos::of(a);
        if ((isNan(a.re) && a.im == 0) || (isNan(a.im) && a.re == 0)) return {NAN, a.re == 0 ? HALF_PI : (double) NAN};
        return {fabs(value.im), copysign(value.re, a.im)};
    }
};
// A quarter of log1p(4x / ((1 - x)^2 + y^2)), and half of the angle of (1 - x) (1 + x) - y^2 + 2yi.
struct complex_arctanh {
    static FN complex128 of(complex128 a) {
        double x = fabs(a.re), y = fabs(a.im), real, imag;
        if (isNan(x) || isNan(y)) {
            return {a.re == 0 || isInf(a.re) || isInf(a.im) ? copysign(0.0, a.re) : (double) NAN,
                isInf(a.im) ? copysign(HALF_PI, a.im) : (double) NAN};
        }
        if (x > MOST || y > MOST) {
            real = 0;
            if (isFinite(x) && isFinite(y)) {
                double large = (x > y ? x : y) * 0.5, far = length(x * 0.5 / large, y * 0.5 / large);
                real = x * 0.5 / large / far / far / large * 0.5;
            }
            imag = HALF_PI;
        } else if (x == 1 && y < LEAST) {
            real = y == 0 ? (double) INFINITY : 0.5 * (LN2 - log(y));
            imag = y == 0 ? 0 : HALF_PI / 2;
        } else {
            double less = 1 - x;
            real = 0.25 * log1p(4 * x / fma(less, less, y * y));
            imag = 0.5 * atan2(2 * y, fma(less, 1 + x, -y * y));
        }
        return {copysign(real, a.re), copysign(imag, a.im)};
    }
};
struct complex_arcsinh { static FN complex128 of(complex128 a) { return rotated<complex_arcsin>(a); } };
struct complex_arctan { static FN complex128 of(complex128 a) { return rotated<complex_arctanh>(a); } };

// Powers: small whole exponents by repeated products, others by exp(b log(a))

FN complex128 product(complex128 a, complex128 b) {
    return {a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re};
}
FN complex128 wholePower(complex128 a, int n) {
    if (n == 1) return a;
    if (n == 3) return product(a, product(a, a));
    complex128 result{1, 0}, power = a;
    for (int left = n < 0 ? -n : n;;) {
        if (left & 1) result = product(result, power);
        left >>= 1;
        if (left == 0) return n > 0 ? result : op_divide::of(complex(1, 0), result);
        power = product(power, power);
    }
}
struct complex_power {
    static FN complex128 of(complex128 a, complex128 b) {
        if (b.re == 0 && b.im == 0) return {1, 0};
        if (a.re == 0 && a.im == 0) return b.re > 0 ? complex(0, 0) : complex(NAN, NAN);
        if (b.im == 0 && fabs(b.re) < 100 && b.re == rint(b.re)) return wholePower(a, (int) b.re);
        double far = logLength(a.re, a.im), angle = atan2(a.im, a.re);
        double real = b.re * far - b.im * angle, imag = b.re * angle + b.im * far;
        if (isNan(real) && isNan(imag) && (isInf(b.re) || isInf(b.im))) {
            double r = copysign(isInf(b.re) ? 1.0 : 0.0, b.re), i = copysign(isInf(b.im) ? 1.0 : 0.0, b.im);
            return complex_exp::of({INFINITY * (r * far - i * angle), INFINITY * (r * angle + i * far)});
        }
        return complex_exp::of({real, imag});
    }
};

// out[i] = F(a[i]), or F(a[i], b[i]): operand 0 is out, the last one the mask of what is written, if it has an address.
// The functions are long: they stand in a kernel once.
template <class T> FN complex128 widened(const char* p) {
    const Complex<T> a = *(const Complex<T>*) p;
    return {a.re, a.im};
}
template <class T> FN void put(char* p, complex128 value) { *(Complex<T>*) p = {(T) value.re, (T) value.im}; }
template <class T> struct Part;
template <> struct Part<complex64> { typedef float type; };
template <> struct Part<complex128> { typedef double type; };

template <class F, class T> FN void complexUnary(const Walk<3>& w) {
    EACH(i, w.n) {
        char* p[3];
        locate(w, i, p);
        if (!w.base[2] || *p[2]) put<T>(p[0], F::of(widened<T>(p[1])));
    }
}
template <class F, class T> FN void complexBinary(const Walk<4>& w) {
    EACH(i, w.n) {
        char* p[4];
        locate(w, i, p);
        if (!w.base[3] || *p[3]) put<T>(p[0], F::of(widened<T>(p[1]), widened<T>(p[2])));
    }
}

#define COMPLEX_UNARY(op, A, R) \
    extern "C" __global__ void __launch_bounds__(THREADS) unary_##op##_##A##_##R(Walk<3> w) { complexUnary<complex_##op, Part<A>::type>(w); } \
    HOST_ENTRY(unary_##op##_##A##_##R, Walk<3>)
#define COMPLEX_BINARY(op, A, B, R) \
    extern "C" __global__ void __launch_bounds__(THREADS) binary_##op##_##A##_##B##_##R(Walk<4> w) { complexBinary<complex_##op, Part<A>::type>(w); } \
    HOST_ENTRY(binary_##op##_##A##_##B##_##R, Walk<4>)
