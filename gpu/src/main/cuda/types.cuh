// Element types as they lie in arrays, and the types in which they are computed: 16-bit floats in float, as NumPy does.
#pragma once

typedef signed char int8;
typedef unsigned char uint8;
typedef short int16;
typedef unsigned short uint16;
typedef int int32;
typedef unsigned int uint32;
typedef long long int64;
typedef unsigned long long uint64;
typedef float float32;
typedef double float64;

#define FN __device__ __forceinline__

// One byte, 0 or 1; any other byte that a neighbour wrote is true as well.
struct bool_ { uint8 bits; };
struct float16 { uint16 bits; };
struct bfloat16 { uint16 bits; };

template <class T> struct Complex { T re, im; };
typedef Complex<float> complex64;
typedef Complex<double> complex128;

FN uint32 bitsOf(float a) { union { float f; uint32 u; } x; x.f = a; return x.u; }
FN float floatOf(uint32 a) { union { float f; uint32 u; } x; x.u = a; return x.f; }
FN uint64 bitsOf(double a) { union { double f; uint64 u; } x; x.f = a; return x.u; }
FN double doubleOf(uint64 a) { union { double f; uint64 u; } x; x.u = a; return x.f; }

FN float widen(float16 a) {
#ifdef __CUDA_ARCH__
    float out;
    asm("cvt.f32.f16 %0, %1;" : "=f"(out) : "h"(a.bits));
    return out;
#else
    uint32 sign = (uint32) (a.bits & 0x8000) << 16, exponent = a.bits >> 10 & 31, fraction = a.bits & 1023;
    if (exponent == 31) return floatOf(sign | 0x7f800000 | fraction << 13);
    if (exponent != 0) return floatOf(sign | (exponent + 112) << 23 | fraction << 13);
    float tiny = fraction * floatOf(0x33800000); // 2 to the power of -24
    return sign ? -tiny : tiny;
#endif
}

FN float widen(bfloat16 a) { return floatOf((uint32) a.bits << 16); }

// To nearest, ties to even, from as wide a type as there is: by way of float it would be rounded twice.
FN uint16 half(double a) {
    uint64 all = bitsOf(a);
    uint16 sign = all >> 48 & 0x8000;
    int exponent = (int) (all >> 52 & 2047) - 1023;
    uint64 fraction = all & 0xfffffffffffffULL;
    if (exponent == 1024) return sign | 0x7c00 | (fraction ? (uint16) (fraction >> 42) | 0x200 : 0);
    if (exponent > 15) return sign | 0x7c00;
    if (exponent < -25) return sign;
    fraction |= 1ULL << 52;
    int drop = exponent >= -14 ? 42 : 42 + (-14 - exponent);
    uint64 kept = fraction >> drop, rest = fraction & ((1ULL << drop) - 1), middle = 1ULL << (drop - 1);
    kept += rest > middle || (rest == middle && (kept & 1));
    return sign + (uint16) (exponent >= -14 ? kept + ((uint64) (exponent + 14) << 10) : kept);
}

FN float16 toHalf(float a) {
#ifdef __CUDA_ARCH__
    float16 out;
    asm("cvt.rn.f16.f32 %0, %1;" : "=h"(out.bits) : "f"(a));
    return out;
#else
    return float16{half(a)};
#endif
}

FN bfloat16 toBfloat(float a) {
    uint32 bits = bitsOf(a);
    if (a != a) return bfloat16{(uint16) (bits >> 16 | 0x40)};
    return bfloat16{(uint16) ((bits + 0x7fff + (bits >> 16 & 1)) >> 16)};
}

// What a type is computed in.
template <class T> struct Of { typedef T type; static FN T load(T a) { return a; } static FN T store(T a) { return a; } };
template <> struct Of<bool_> {
    typedef bool type;
    static FN bool load(bool_ a) { return a.bits != 0; }
    static FN bool_ store(bool a) { return bool_{a}; }
};
template <> struct Of<float16> {
    typedef float type;
    static FN float load(float16 a) { return widen(a); }
    static FN float16 store(float a) { return toHalf(a); }
};
template <> struct Of<bfloat16> {
    typedef float type;
    static FN float load(bfloat16 a) { return widen(a); }
    static FN bfloat16 store(float a) { return toBfloat(a); }
};
template <class T> using Computed = typename Of<T>::type;
