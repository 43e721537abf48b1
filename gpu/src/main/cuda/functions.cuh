// One struct op_NAME for each operation of backend.Op, with NumPy's answers: integers wrap and divide by 0 to 0.
#pragma once
#include "types.cuh"
#include <math.h>

template <class T> struct Whole;  // of integers: their unsigned twin, in which overflow wraps, and whether they have a sign
#define WHOLE(T, U, S) template <> struct Whole<T> { typedef U type; static const bool SIGNED = S; static const int BITS = sizeof(T) * 8; };
WHOLE(int8, uint8, true) WHOLE(uint8, uint8, false) WHOLE(int16, uint16, true) WHOLE(uint16, uint16, false)
WHOLE(int32, uint32, true) WHOLE(uint32, uint32, false) WHOLE(int64, uint64, true) WHOLE(uint64, uint64, false)
template <class T> using Bits = typename Whole<T>::type;

template <class T> FN bool isNan(T) { return false; }
FN bool isNan(float a) { return a != a; }
FN bool isNan(double a) { return a != a; }
template <class T> FN bool isNan(Complex<T> a) { return isNan(a.re) || isNan(a.im); }
FN bool isInf(float a) { return fabsf(a) == INFINITY; }
FN bool isInf(double a) { return fabs(a) == INFINITY; }

// Floating functions by the names that float and double share.
#define REAL1(name) FN float name##_(float a) { return name##f(a); } FN double name##_(double a) { return name(a); }
#define REAL2(name) FN float name##_(float a, float b) { return name##f(a, b); } FN double name##_(double a, double b) { return name(a, b); }
REAL1(fabs) REAL1(sqrt) REAL1(cbrt) REAL1(exp) REAL1(exp2) REAL1(expm1) REAL1(log) REAL1(log2) REAL1(log10) REAL1(log1p)
REAL1(sin) REAL1(cos) REAL1(tan) REAL1(asin) REAL1(acos) REAL1(atan) REAL1(sinh) REAL1(cosh) REAL1(tanh)
REAL1(asinh) REAL1(acosh) REAL1(atanh) REAL1(rint) REAL1(floor) REAL1(ceil) REAL1(trunc)
REAL2(fmod) REAL2(pow) REAL2(hypot) REAL2(atan2) REAL2(copysign) REAL2(nextafter)

#define OP1(name) struct op_##name { template <class T> static FN T of(T a)
#define OP2(name) struct op_##name { template <class T> static FN T of(T a, T b)
#define END };

// Arithmetic

#define WRAPPING(name, sign, of_bools) struct op_##name { \
    template <class T> static FN T of(T a, T b) { return (T) ((Bits<T>) a sign (Bits<T>) b); } \
    static FN bool of(bool a, bool b) { return of_bools; } \
    static FN float of(float a, float b) { return a sign b; } \
    static FN double of(double a, double b) { return a sign b; }
WRAPPING(add, +, a || b) template <class T> static FN Complex<T> of(Complex<T> a, Complex<T> b) { return {a.re + b.re, a.im + b.im}; } END
WRAPPING(subtract, -, a != b) template <class T> static FN Complex<T> of(Complex<T> a, Complex<T> b) { return {a.re - b.re, a.im - b.im}; } END
FN float fused(float a, float b, float c) { return fmaf(a, b, c); }
FN double fused(double a, double b, double c) { return fma(a, b, c); }
// uint16 times uint16 would overflow the int that C computes it in, hence by way of 64 bits.
struct op_multiply {
    template <class T> static FN T of(T a, T b) { return (T) ((uint64) a * (uint64) b); }
    static FN bool of(bool a, bool b) { return a && b; }
    static FN float of(float a, float b) { return a * b; }
    static FN double of(double a, double b) { return a * b; }
    template <class T> static FN Complex<T> of(Complex<T> a, Complex<T> b) {
        return {fused(a.re, b.re, -(a.im * b.im)), fused(a.re, b.im, a.im * b.re)};
    }
};
struct op_divide {
    static FN float of(float a, float b) { return a / b; }
    static FN double of(double a, double b) { return a / b; }
    // Scaled by the divisor's greater part: nothing overflows that need not.
    template <class T> static FN Complex<T> of(Complex<T> a, Complex<T> b) {
        if (fabs_(b.re) >= fabs_(b.im)) {
            if (b.re == 0 && b.im == 0) return {a.re / fabs_(b.re), a.im / fabs_(b.re)};
            T ratio = b.im / b.re, scale = 1 / (b.re + b.im * ratio);
            return {(a.re + a.im * ratio) * scale, (a.im - a.re * ratio) * scale};
        }
        T ratio = b.re / b.im, scale = 1 / (b.im + b.re * ratio);
        return {(a.re * ratio + a.im) * scale, (a.im * ratio - a.re) * scale};
    }
};
template <class T> FN T floored(T a, T b) {
    if (b == 0) return 0;
    if (Whole<T>::SIGNED && b == (T) -1) return (T) -(Bits<T>) a;
    T quotient = a / b;
    return quotient - (a % b != 0 && (a < 0) != (b < 0));
}
template <class T> FN T truncatedRest(T a, T b) { return b == 0 || (Whole<T>::SIGNED && b == (T) -1) ? 0 : a % b; }
template <class R> FN R flooredReal(R a, R b) {
    if (b == 0) return a / b;
    R rest = fmod_(a, b), quotient = (a - rest) / b;
    if (rest != 0 && (rest < 0) != (b < 0)) quotient -= 1;
    if (quotient == 0) return copysign_((R) 0, a / b);
    R whole = floor_(quotient);
    return quotient - whole > (R) 0.5 ? whole + 1 : whole;
}
template <class R> FN R flooredRest(R a, R b) {
    R rest = fmod_(a, b);
    if (b == 0) return rest;
    return rest == 0 ? copysign_((R) 0, b) : (rest < 0) == (b < 0) ? rest : rest + b;
}
struct op_floor_divide {
    template <class T> static FN T of(T a, T b) { return floored(a, b); }
    static FN float of(float a, float b) { return flooredReal(a, b); }
    static FN double of(double a, double b) { return flooredReal(a, b); }
};
struct op_remainder {
    template <class T> static FN T of(T a, T b) {
        T rest = truncatedRest(a, b);
        return rest != 0 && (rest < 0) != (b < 0) ? (T) (rest + b) : rest;
    }
    static FN float of(float a, float b) { return flooredRest(a, b); }
    static FN double of(double a, double b) { return flooredRest(a, b); }
};
struct op_fmod {
    template <class T> static FN T of(T a, T b) { return truncatedRest(a, b); }
    static FN float of(float a, float b) { return fmodf(a, b); }
    static FN double of(double a, double b) { return fmod(a, b); }
};
struct op_power {
    template <class T> static FN T of(T a, T b) {
        uint64 result = 1, base = (uint64) a;
        for (uint64 left = (uint64) b; left; left >>= 1, base *= base) if (left & 1) result *= base;
        return (T) result;
    }
    static FN float of(float a, float b) { return powf(a, b); }
    static FN double of(double a, double b) { return pow(a, b); }
};
template <class T> FN uint64 magnitude(T a) { return a < 0 ? 0 - (uint64) (int64) a : (uint64) a; }
FN uint64 divisor(uint64 a, uint64 b) { while (b) { uint64 rest = a % b; a = b; b = rest; } return a; }
OP2(gcd) { return (T) divisor(magnitude(a), magnitude(b)); } END
OP2(lcm) { uint64 u = magnitude(a), v = magnitude(b); return (T) (u && v ? u / divisor(u, v) * v : 0); } END
struct op_negative {
    template <class T> static FN T of(T a) { return (T) (0 - (Bits<T>) a); }
    static FN float of(float a) { return -a; }
    static FN double of(double a) { return -a; }
    template <class T> static FN Complex<T> of(Complex<T> a) { return {-a.re, -a.im}; }
};
OP1(positive) { return a; } END
struct op_conjugate {
    template <class T> static FN T of(T a) { return a; }
    template <class T> static FN Complex<T> of(Complex<T> a) { return {a.re, -a.im}; }
};
struct op_absolute {
    template <class T> static FN T of(T a) { return a < 0 ? (T) (0 - (Bits<T>) a) : a; }
    static FN bool of(bool a) { return a; }
    static FN float of(float a) { return fabsf(a); }
    static FN double of(double a) { return fabs(a); }
    template <class T> static FN T of(Complex<T> a) { return hypot_(a.re, a.im); }
};
struct op_sign {
    template <class T> static FN T of(T a) { return (T) ((a > 0) - (a < 0)); }
    static FN float of(float a) { return a != a ? a : (float) ((a > 0) - (a < 0)); }
    static FN double of(double a) { return a != a ? a : (double) ((a > 0) - (a < 0)); }
};
struct op_square {
    template <class T> static FN T of(T a) { return op_multiply::of(a, a); }
    template <class T> static FN Complex<T> of(Complex<T> a) {
        return {fused(a.re, a.re, -(a.im * a.im)), fused(a.re, a.im, a.im * a.re)};
    }
};
struct op_reciprocal {
    // 1 / 0 is what x86-64 makes of infinity, of types as wide as it has instructions for.
    template <class T> static FN T of(T a) {
        T of_zero = Whole<T>::SIGNED && sizeof(T) >= 4 ? (T) ((Bits<T>) 1 << (Whole<T>::BITS - 1)) : (T) 0;
        return a == 0 ? of_zero : (T) (1 / a);
    }
    static FN float of(float a) { return 1 / a; }
    static FN double of(double a) { return 1 / a; }
    template <class T> static FN Complex<T> of(Complex<T> a) {
        if (fabs_(a.im) <= fabs_(a.re)) {
            T ratio = a.im / a.re, scale = a.re + a.im * ratio;
            return {1 / scale, -ratio / scale};
        }
        T ratio = a.re / a.im, scale = a.re * ratio + a.im;
        return {ratio / scale, -1 / scale};
    }
};
OP2(heaviside) { return a == 0 ? b : a < 0 ? (T) 0 : a > 0 ? (T) 1 : a; } END

// Rounding

struct op_rint {
    static FN float of(float a) { return rintf(a); }
    static FN double of(double a) { return rint(a); }
    template <class T> static FN Complex<T> of(Complex<T> a) { return {rint_(a.re), rint_(a.im)}; }
};
#define ROUNDING(name) struct op_##name { template <class T> static FN T of(T a) { return a; } \
    static FN float of(float a) { return name##f(a); } static FN double of(double a) { return name(a); } };
ROUNDING(floor) ROUNDING(ceil) ROUNDING(trunc)

// Elementary functions

#define REAL_OP(name, function) OP1(name) { return function##_(a); } END
REAL_OP(sqrt, sqrt) REAL_OP(cbrt, cbrt) REAL_OP(exp, exp) REAL_OP(exp2, exp2) REAL_OP(expm1, expm1) REAL_OP(log, log)
REAL_OP(log2, log2) REAL_OP(log10, log10) REAL_OP(log1p, log1p) REAL_OP(sin, sin) REAL_OP(cos, cos) REAL_OP(tan, tan)
REAL_OP(arcsin, asin) REAL_OP(arccos, acos) REAL_OP(arctan, atan) REAL_OP(sinh, sinh) REAL_OP(cosh, cosh) REAL_OP(tanh, tanh)
REAL_OP(arcsinh, asinh) REAL_OP(arccosh, acosh) REAL_OP(arctanh, atanh)
OP2(hypot) { return hypot_(a, b); } END
OP2(arctan2) { return atan2_(a, b); } END
OP2(logaddexp) {
    if (a == b) return a + log_((T) 2);
    T gap = a - b;
    return gap > 0 ? a + log1p_(exp_(-gap)) : gap <= 0 ? b + log1p_(exp_(gap)) : gap;
} END
OP2(logaddexp2) {
    if (a == b) return a + 1;
    T gap = a - b, e = (T) 1.44269504088896340736;
    return gap > 0 ? a + e * log1p_(exp2_(-gap)) : gap <= 0 ? b + e * log1p_(exp2_(gap)) : gap;
} END
struct op_degrees {
    static FN float of(float a) { return a * (180 / 3.14159265358979323846f); }
    static FN double of(double a) { return a * (180 / 3.14159265358979323846); }
};
struct op_radians {
    static FN float of(float a) { return a * (3.14159265358979323846f / 180); }
    static FN double of(double a) { return a * (3.14159265358979323846 / 180); }
};

// Bits

OP2(bitwise_and) { return a & b; } END
OP2(bitwise_or) { return a | b; } END
OP2(bitwise_xor) { return a ^ b; } END
struct op_invert {
    template <class T> static FN T of(T a) { return ~a; }
    static FN bool of(bool a) { return !a; }
};
OP2(left_shift) { return (uint64) b < Whole<T>::BITS ? (T) ((Bits<T>) a << b) : (T) 0; } END
OP2(right_shift) { return (uint64) b < Whole<T>::BITS ? (T) (a >> b) : a < 0 ? (T) -1 : (T) 0; } END
struct op_bitwise_count {
    template <class T> static FN uint8 of(T a) { return (uint8) __popcll(magnitude(a)); }
};

// Truth

template <class T> FN bool truth(T a) { return a != 0; }
template <class T> FN bool truth(Complex<T> a) { return a.re != 0 || a.im != 0; }
#define TRUTH2(name, expression) struct op_##name { template <class T> static FN bool of(T a, T b) { bool u = truth(a), v = truth(b); return expression; } };
TRUTH2(logical_and, u && v) TRUTH2(logical_or, u || v) TRUTH2(logical_xor, u != v)
struct op_logical_not { template <class T> static FN bool of(T a) { return !truth(a); } };

// Comparison: complex numbers by real part, then by imaginary part; int64 with uint64 as the numbers they are

template <class T> FN bool ordered(Complex<T> a, Complex<T> b, bool less, bool last) {
    if (isNan(a.im) || isNan(b.im)) return false;
    return a.re == b.re ? last : less && !isNan(a.re) && !isNan(b.re);
}
#define COMPARISON(name, sign, strict, of_signed, of_unsigned) struct op_##name { \
    template <class T> static FN bool of(T a, T b) { return a sign b; } \
    template <class T> static FN bool of(Complex<T> a, Complex<T> b) { return ordered(a, b, a.re strict b.re, a.im sign b.im); } \
    static FN bool of(int64 a, uint64 b) { return a < 0 ? of_signed : (uint64) a sign b; } \
    static FN bool of(uint64 a, int64 b) { return b < 0 ? of_unsigned : a sign (uint64) b; } };
COMPARISON(less, <, <, true, false) COMPARISON(less_equal, <=, <, true, false)
COMPARISON(greater, >, >, false, true) COMPARISON(greater_equal, >=, >, false, true)
#define EQUALITY(name, sign, join, differ) struct op_##name { \
    template <class T> static FN bool of(T a, T b) { return a sign b; } \
    template <class T> static FN bool of(Complex<T> a, Complex<T> b) { return a.re sign b.re join a.im sign b.im; } \
    static FN bool of(int64 a, uint64 b) { return a < 0 ? differ : (uint64) a sign b; } \
    static FN bool of(uint64 a, int64 b) { return b < 0 ? differ : a sign (uint64) b; } };
EQUALITY(equal, ==, &&, false) EQUALITY(not_equal, !=, ||, true)

// Of equal numbers, which zeros of both signs are, NumPy returns the second
OP2(maximum) { return op_greater::of(a, b) || isNan(a) ? a : b; } END
OP2(minimum) { return op_less::of(a, b) || isNan(a) ? a : b; } END
OP2(fmax) { return op_greater::of(a, b) || isNan(b) ? a : b; } END
OP2(fmin) { return op_less::of(a, b) || isNan(b) ? a : b; } END

// Floating-point numbers

struct op_isnan { template <class T> static FN bool of(T a) { return isNan(a); } };
struct op_isinf {
    template <class T> static FN bool of(T) { return false; }
    static FN bool of(float a) { return isInf(a); }
    static FN bool of(double a) { return isInf(a); }
    template <class T> static FN bool of(Complex<T> a) { return isInf(a.re) || isInf(a.im); }
};
struct op_isfinite {
    template <class T> static FN bool of(T a) { return !isNan(a) && !op_isinf::of(a); }
};
struct op_signbit {
    template <class T> static FN bool of(T a) { return a < 0; }
    static FN bool of(float a) { return bitsOf(a) >> 31; }
    static FN bool of(double a) { return bitsOf(a) >> 63; }
};
OP2(copysign) { return copysign_(a, b); } END
OP2(nextafter) { return nextafter_(a, b); } END
OP1(spacing) {
    if (isNan(a) || isInf(a)) return (T) NAN;
    return a == 0 ? nextafter_((T) 0, (T) 1) : copysign_(nextafter_(fabs_(a), (T) INFINITY) - fabs_(a), a);
} END
OP1(fraction) { return isInf(a) ? copysign_((T) 0, a) : copysign_(a - trunc_(a), a); } END
FN float mantissa(float a, int* e) { return frexpf(a, e); }
FN double mantissa(double a, int* e) { return frexp(a, e); }
OP1(mantissa) { int e; return a == 0 || isNan(a) || isInf(a) ? a : mantissa(a, &e); } END
struct op_exponent {
    template <class T> static FN int32 of(T a) { int e = 0; if (a != 0 && !isNan(a) && !isInf(a)) mantissa(a, &e); return e; }
};
FN float scaled(float a, int e) { return ldexpf(a, e); }
FN double scaled(double a, int e) { return ldexp(a, e); }
struct op_ldexp {
    template <class T, class E> static FN T of(T a, E e) { return scaled(a, e > 5000 ? 5000 : e < -5000 ? -5000 : (int) e); }
};
