// out[i] = in[i], converted as NumPy's astype(casting="unsafe") does on x86-64: operand 0 is out, 1 in, 2 the mask.
#pragma once
#include "unary.cuh"

// Cut off towards zero, the last bit set if anything was lost: rounds on as the whole number would have.
FN float odd(double a) {
    float near = (float) a;
    if ((double) near == a || near != near) return near;
    uint32 bits = bitsOf(near);
    if (fabs((double) near) > fabs(a)) bits--;
    return floatOf(bits | 1);
}
FN double odd(uint64 a) {
    if (a >> 53 == 0) return (double) a;
    return (double) ((a >> 11 | ((a & 2047) != 0)) << 11);
}

// What an integer cannot hold becomes the lowest number of the register that x86-64 converts in.
FN int64 toInt(double a) { return a > -2147483649.0 && a < 2147483648.0 ? (int64) a : -2147483648LL; }
FN int64 toLong(double a) { return a >= -9223372036854775808.0 && a < 9223372036854775808.0 ? (int64) a : (int64) (1ULL << 63); }
template <class R> FN R toWhole(double a) { return (R) toInt(a); }
template <> FN int64 toWhole<int64>(double a) { return toLong(a); }
template <> FN uint32 toWhole<uint32>(double a) { return (uint32) toLong(a); }
template <> FN uint64 toWhole<uint64>(double a) {
    return a >= 9223372036854775808.0 ? (uint64) toLong(a - 9223372036854775808.0) ^ 1ULL << 63 : (uint64) toLong(a);
}

template <class R> struct To {  // to integers
    template <class A> static FN R of(A a) { return (R) a; }
    static FN R of(float a) { return toWhole<R>(a); }
    static FN R of(double a) { return toWhole<R>(a); }
    template <class A> static FN R of(Complex<A> a) { return toWhole<R>(a.re); }
};
template <class R> struct ToReal {
    template <class A> static FN R of(A a) { return (R) a; }
    template <class A> static FN R of(Complex<A> a) { return (R) a.re; }
};
template <> struct To<float> : ToReal<float> {};
template <> struct To<double> : ToReal<double> {};
template <> struct To<bool_> {
    template <class A> static FN bool of(A a) { return truth(a); }
};
// To 16 bits by way of a float that was rounded to odd: never rounded twice.
struct ToNarrow {
    template <class A> static FN float of(A a) { return a < 0 ? -odd(odd(magnitude(a))) : odd(odd((uint64) a)); }
    static FN float of(bool a) { return a; }
    static FN float of(float a) { return a; }
    static FN float of(double a) { return odd(a); }
    template <class A> static FN float of(Complex<A> a) { return of(a.re); }
};
template <> struct To<float16> : ToNarrow {};
template <> struct To<bfloat16> : ToNarrow {};
template <class T> struct To<Complex<T>> {
    template <class A> static FN Complex<T> of(A a) { return {(T) a, 0}; }
    template <class A> static FN Complex<T> of(Complex<A> a) { return {(T) a.re, (T) a.im}; }
};

#define COPY(A, R) \
    extern "C" __global__ void __launch_bounds__(THREADS) copy_##A##_##R(Walk<3> w) { unary<To<R>, A, R>(w); } \
    HOST_ENTRY(copy_##A##_##R, Walk<3>)
