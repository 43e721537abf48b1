// As much of libcublas as the gpu module calls, and as strict: products of matrices whose columns lie one after the
// other, computed element by element on the memory of the emulator.
#include "library.h"

namespace {
enum { SUCCESS = 0, INVALID_VALUE = 7, EXECUTION_FAILED = 13 };
enum { SINGLE = 68, TF32 = 77, DOUBLE = 70 };
struct Handle { void* stream = nullptr; size_t workspace = 0; int math = 0; };

// A number of 10 bits, as TF32 has it.
float rounded(float a) { return floatOf((bitsOf(a) + 0x1000) & 0xffffe000); }
double rounded(double a) { return a; }
template <class T> Complex<T> rounded(Complex<T> a) { return {rounded(a.re), rounded(a.im)}; }
template <class T> T conjugate(T a) { return a; }
template <class T> Complex<T> conjugate(Complex<T> a) { return {a.re, -a.im}; }
template <class T> T plus(T a, T b) { return a + b; }
template <class T> Complex<T> plus(Complex<T> a, Complex<T> b) { return {a.re + b.re, a.im + b.im}; }
template <class T> T times(T a, T b) { return a * b; }
template <class T> Complex<T> times(Complex<T> a, Complex<T> b) {
    return {a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re};
}

template <class T> struct Gemm {
    int turnA, turnB, m, n, k;
    const T* a; int lda; long long strideA;
    const T* b; int ldb; long long strideB;
    T* c; int ldc; long long strideC;
    int count;
    bool coarse;
    typedef Computed<T> C;

    C element(const T* matrix, int lead, int turn, int row, int column) const {
        C value = Of<T>::load(turn ? matrix[column + (long long) row * lead] : matrix[row + (long long) column * lead]);
        value = turn == 2 ? conjugate(value) : value;
        return coarse ? rounded(value) : value;
    }
    void run() const {
        for (int batch = 0; batch < count; batch++) {
            for (int j = 0; j < n; j++) for (int i = 0; i < m; i++) {
                C sum = C();
                for (int p = 0; p < k; p++) {
                    sum = plus(sum, times(element(a + batch * strideA, lda, turnA, i, p),
                                          element(b + batch * strideB, ldb, turnB, p, j)));
                }
                c[batch * strideC + i + (long long) j * ldc] = Of<T>::store(sum);
            }
        }
    }
};

template <class T> int start(Handle* handle, int turnA, int turnB, int m, int n, int k, const void* alpha, const void* a,
                             int lda, long long strideA, const void* b, int ldb, long long strideB, const void* beta,
                             void* c, int ldc, long long strideC, int count, int compute) {
    typedef Computed<T> C;
    C one = *(const C*) alpha, zero = *(const C*) beta, ones = C();
    if constexpr (sizeof(C) > sizeof(T) || std::is_arithmetic<C>::value) ones = 1; else ones = {1, 0};
    C none = C();
    if (memcmp(&one, &ones, sizeof(C)) || memcmp(&zero, &none, sizeof(C))) return INVALID_VALUE;
    if (lda < (turnA ? k : m) || ldb < (turnB ? n : k) || ldc < m || lda < 1 || ldb < 1 || ldc < 1) return INVALID_VALUE;
    if ((size_t) a % sizeof(T) || (size_t) b % sizeof(T) || (size_t) c % sizeof(T)) return INVALID_VALUE;
    Gemm<T> task = {turnA, turnB, m, n, k, (const T*) a, lda, strideA, (const T*) b, ldb, strideB, (T*) c, ldc, strideC,
                    count, compute == TF32};
    return queued(handle->stream, task) ? EXECUTION_FAILED : SUCCESS;
}
}

API cublasCreate_v2(Handle** handle) { ENTER *handle = new Handle; return SUCCESS; }
API cublasSetStream_v2(Handle* handle, void* stream) {
    ENTER
    *handle = {stream, 0, handle->math};
    return SUCCESS;
}
API cublasSetWorkspace_v2(Handle* handle, void* workspace, size_t bytes) {
    ENTER
    if ((size_t) workspace % 256) return INVALID_VALUE;
    handle->workspace = bytes;
    return SUCCESS;
}
API cublasSetMathMode(Handle* handle, int mode) { ENTER handle->math = mode; return SUCCESS; }
API cublasGemmStridedBatchedEx(Handle* handle, int turnA, int turnB, int m, int n, int k, const void* alpha, const void* a,
                               int typeA, int lda, long long strideA, const void* b, int typeB, int ldb, long long strideB,
                               const void* beta, void* c, int typeC, int ldc, long long strideC, int count, int compute,
                               int algorithm) {
    ENTER
    bool isDouble = typeA == 1 || typeA == 5;
    if (!handle->stream || !handle->workspace || handle->math != 16 || algorithm != -1) return INVALID_VALUE;
    if (typeA != typeB || typeA != typeC || m < 1 || n < 1 || k < 1 || count < 1) return INVALID_VALUE;
    if (turnA < 0 || turnA > 2 || turnB < 0 || turnB > 2 || strideA < 0 || strideB < 0 || strideC < 0) return INVALID_VALUE;
    if (isDouble ? compute != DOUBLE : compute != SINGLE && (compute != TF32 || (typeA != 0 && typeA != 4))) return INVALID_VALUE;
#define START(T) start<T>(handle, turnA, turnB, m, n, k, alpha, a, lda, strideA, b, ldb, strideB, beta, c, ldc, strideC, count, compute)
    switch (typeA) {
        case 0: return START(float32);
        case 1: return START(float64);
        case 2: return START(float16);
        case 4: return START(complex64);
        case 5: return START(complex128);
        case 14: return START(bfloat16);
    }
    return INVALID_VALUE;
}
