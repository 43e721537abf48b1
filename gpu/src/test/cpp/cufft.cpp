// As much of libcufft as the gpu module calls, and as strict: transforms of rows, term by term.
#include "library.h"
#include <map>
#include <vector>

namespace {
enum { SUCCESS = 0, INVALID_PLAN = 1, INVALID_VALUE = 4, EXEC_FAILED = 6 };
enum { Z2Z = 0x69, D2Z = 0x6a, Z2D = 0x6c };
const size_t WORK = 4096;
struct Plan { bool automatic = true; long long n = 0, count = 0; int type = 0; void* stream = nullptr; void* work = nullptr; };
std::map<int, Plan> plans;
int next = 1;

struct Task {
    Plan plan;
    const double* in;
    double* out;
    int direction;

    void run() const {
        memset(plan.work, 0x5A, WORK); // whoever else uses it notices
        long long n = plan.n, half = n / 2 + 1, from = plan.type == D2Z ? n : 2 * (plan.type == Z2D ? half : n);
        for (long long row = 0; row < plan.count; row++) {
            std::vector<long double> re(n), im(n);
            const double* a = in + row * from;
            for (long long j = 0; j < n; j++) {
                bool mirrored = plan.type == Z2D && j >= half;
                long long at = mirrored ? n - j : j;
                re[j] = plan.type == D2Z ? a[j] : a[2 * at];
                im[j] = plan.type == D2Z ? 0 : mirrored ? -a[2 * at + 1] : a[2 * at + 1];
            }
            // Of what real numbers do not have, no one says what comes of it
            if (plan.type == Z2D && (im[0] != 0 || (n % 2 == 0 && n > 1 && im[n / 2] != 0))) re[0] = NAN;
            long long to = plan.type == D2Z ? half : n;
            for (long long k = 0; k < to; k++) {
                long double sumRe = 0, sumIm = 0;
                for (long long j = 0; j < n; j++) {
                    long double angle = direction * 2 * 3.141592653589793238462643383279503L * (j * k % n) / n;
                    sumRe += re[j] * cosl(angle) - im[j] * sinl(angle);
                    sumIm += re[j] * sinl(angle) + im[j] * cosl(angle);
                }
                if (plan.type == Z2D) out[row * n + k] = sumRe;
                else out[2 * (row * to + k)] = sumRe, out[2 * (row * to + k) + 1] = sumIm;
            }
        }
    }
};

int start(int handle, int type, const void* in, void* out, int direction) {
    if (!plans.count(handle)) return INVALID_PLAN;
    Plan& plan = plans[handle];
    if (plan.type != type || !plan.stream || !plan.work) return INVALID_VALUE;
    return queued(plan.stream, Task{plan, (const double*) in, (double*) out, direction}) ? EXEC_FAILED : SUCCESS;
}
}

API cufftCreate(int* handle) { ENTER *handle = next++; plans[*handle] = Plan(); return SUCCESS; }
API cufftDestroy(int handle) { ENTER return plans.erase(handle) ? SUCCESS : INVALID_PLAN; }
API cufftSetAutoAllocation(int handle, int automatic) { ENTER plans[handle].automatic = automatic; return SUCCESS; }
API cufftMakePlanMany64(int handle, int rank, long long* n, long long* embedIn, long long, long long, long long* embedOut,
                        long long, long long, int type, long long count, size_t* workBytes) {
    ENTER
    if (!plans.count(handle)) return INVALID_PLAN;
    if (rank != 1 || *n < 1 || count < 1 || embedIn || embedOut || plans[handle].automatic) return INVALID_VALUE;
    plans[handle].n = *n;
    plans[handle].count = count;
    plans[handle].type = type;
    *workBytes = WORK;
    return SUCCESS;
}
API cufftSetWorkArea(int handle, void* work) { ENTER plans[handle].work = work; return SUCCESS; }
API cufftSetStream(int handle, void* stream) { ENTER plans[handle].stream = stream; return SUCCESS; }
API cufftExecZ2Z(int handle, const void* in, void* out, int direction) { ENTER return start(handle, Z2Z, in, out, direction); }
API cufftExecD2Z(int handle, const void* in, void* out) { ENTER return start(handle, D2Z, in, out, -1); }
API cufftExecZ2D(int handle, const void* in, void* out) { ENTER return start(handle, Z2D, in, out, 1); }
