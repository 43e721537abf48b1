// Rows of one length, sorted by merging, so that equal elements stay in their order: tiles in shared memory, then runs
// two by two, each block writing a tile whose ends in both runs are found by halving (merge path).
#pragma once
#include "order.cuh"
#include "move.cuh"

// An odd number of items for each thread: neighbours are then read from different banks of shared memory.
#define ITEMS 7
#define TILE (THREADS * ITEMS)

struct Sort {
    int64 rows;
    int64 n;       // keys of a row
    int64 all;     // keys, of which the last row may lack some
    int64 run;     // how many are in order
    const char* in;
    char* out;
    const uint32* places;  // what goes along with keys, if anything
    uint32* outPlaces;
    int64 each;    // of records, whose keys are their numbers: how many a row has
    Order order;
};

// How keys compare, and whether places go along
template <class K> struct Plain {
    typedef K type;
    static const bool PLACED = false;
    static FN bool less(const Sort&, K a, K b) { return ::less(a, b); }
};
template <class K> struct Placed : Plain<K> { static const bool PLACED = true; };
struct Records {
    typedef uint64 type;
    static const bool PLACED = false;
    static FN bool less(const Sort& s, uint64 a, uint64 b) {
        int64 row = quotient(a, s.each), other = quotient(b, s.each);
        if (row != other) return row < other;
        return compare(s.order, s.order.base + a * s.order.itemsize, s.order.base + b * s.order.itemsize) < 0;
    }
};

// Of the first d of two runs merged, how many are a's: of equal ones a's come first.
template <class F, class K> FN int64 cut(const Sort& s, const K* a, int64 na, const K* b, int64 nb, int64 d) {
    int64 low = d > nb ? d - nb : 0, high = d < na ? d : na;
    while (low < high) {
        int64 middle = (low + high) >> 1;
        if (F::less(s, b[d - 1 - middle], a[middle])) high = middle;
        else low = middle + 1;
    }
    return low;
}

template <class F> struct Tile {
    typename F::type keys[TILE];
    uint32 places[F::PLACED ? TILE : 1];
};
template <class F> struct Items {
    typename F::type keys[ITEMS];
    uint32 places[F::PLACED ? ITEMS : 1];
};

template <class F> FN void read(Tile<F>& to, int at, const Sort& s, int64 from) {
    to.keys[at] = ((const typename F::type*) s.in)[from];
    if (F::PLACED) to.places[at] = s.places[from];
}
template <class F> FN void write(const Tile<F>& from, int count, const Sort& s, int64 to) {
    for (int i = threadIdx.x; i < count; i += THREADS) {
        ((typename F::type*) s.out)[to + i] = from.keys[i];
        if (F::PLACED) s.outPlaces[to + i] = from.places[i];
    }
}

// Merges what a thread writes of two runs in shared memory.
template <class F> FN void take(const Sort& s, const Tile<F>& t, int a, int aEnd, int b, int bEnd, int first, Items<F>& items) {
    int d = first, taken = (int) cut<F>(s, t.keys + a, aEnd - a, t.keys + b, bEnd - b, d);
    a += taken;
    b += d - taken;
#pragma unroll
    for (int k = 0; k < ITEMS; k++) {
        if (a >= aEnd && b >= bEnd) break;
        bool left = b >= bEnd || (a < aEnd && !F::less(s, t.keys[b], t.keys[a]));
        int at = left ? a++ : b++;
        items.keys[k] = t.keys[at];
        if (F::PLACED) items.places[k] = t.places[at];
    }
}
template <class F> FN void put(Tile<F>& t, const Items<F>& items, int first, int count) {
#pragma unroll
    for (int k = 0; k < ITEMS; k++) {
        if (first + k >= count) break;
        t.keys[first + k] = items.keys[k];
        if (F::PLACED) t.places[first + k] = items.places[k];
    }
}

// Sorts items that a thread holds: neighbours change places, so that equal ones stay in order.
template <class F> FN void arrange(const Sort& s, Items<F>& items, int count) {
#pragma unroll
    for (int pass = 0; pass < ITEMS; pass++) {
#pragma unroll
        for (int k = pass & 1; k + 1 < ITEMS; k += 2) {
            if (k + 1 >= count || !F::less(s, items.keys[k + 1], items.keys[k])) continue;
            typename F::type key = items.keys[k];
            items.keys[k] = items.keys[k + 1];
            items.keys[k + 1] = key;
            if (F::PLACED) {
                uint32 place = items.places[k];
                items.places[k] = items.places[k + 1];
                items.places[k + 1] = place;
            }
        }
    }
}

FN int64 least(int64 a, int64 b) { return a < b ? a : b; }
// Where a tile of a row begins, and how much there is of it
FN int64 tile(const Sort& s, int64 number, int64& row, int64& length) {
    int64 each = (s.n + TILE - 1) / TILE;
    row = number / each;
    length = least(s.n, s.all - row * s.n);
    return (number - row * each) * TILE;
}
FN int64 tiles(const Sort& s) { return s.rows * ((s.n + TILE - 1) / TILE); }

template <class F> FN void sortTiles(const Sort& s) {
    __shared__ Tile<F> t;
    int first = threadIdx.x * ITEMS;
    for (int64 number = blockIdx.x; number < tiles(s); number += gridDim.x) {
        int64 row, length, start = tile(s, number, row, length);
        int count = (int) (length > start ? least(TILE, length - start) : 0);
        for (int i = threadIdx.x; i < count; i += THREADS) read(t, i, s, row * s.n + start + i);
        __syncthreads();
        Items<F> items;
        int mine = count - first < 0 ? 0 : count - first < ITEMS ? count - first : ITEMS;
#pragma unroll
        for (int k = 0; k < ITEMS; k++) {
            if (k >= mine) break;
            items.keys[k] = t.keys[first + k];
            if (F::PLACED) items.places[k] = t.places[first + k];
        }
        arrange(s, items, mine);
        put(t, items, first, count);
        __syncthreads();
        for (int run = ITEMS; run < count; run *= 2) {
            int a = first / (2 * run) * (2 * run), b = (int) least(a + run, count), end = (int) least(a + 2 * run, count);
            if (first < count) take(s, t, a, b, b, end, first - a, items);
            __syncthreads();
            put(t, items, first, count);
            __syncthreads();
        }
        write(t, count, s, row * s.n + start);
        __syncthreads();
    }
}

template <class F> FN void mergeRuns(const Sort& s) {
    typedef typename F::type K;
    __shared__ Tile<F> t;
    __shared__ int64 ends[2];
    int first = threadIdx.x * ITEMS;
    for (int64 number = blockIdx.x; number < tiles(s); number += gridDim.x) {
        int64 row, length, start = tile(s, number, row, length);
        int64 a = start / (2 * s.run) * (2 * s.run), b = least(a + s.run, length), end = least(a + 2 * s.run, length);
        int64 from = start - a, to = least(from + TILE, end - a);
        int count = to > from ? (int) (to - from) : 0;
        const K* keys = (const K*) s.in + row * s.n;
        if (threadIdx.x < 2 && count > 0) {
            ends[threadIdx.x] = cut<F>(s, keys + a, b - a, keys + b, end - b, threadIdx.x ? to : from);
        }
        __syncthreads();
        Items<F> items;
        if (count > 0) {
            int left = (int) (ends[1] - ends[0]);
            int64 ours = row * s.n + a + ends[0], theirs = row * s.n + b + from - ends[0];
            for (int i = threadIdx.x; i < count; i += THREADS) read(t, i, s, i < left ? ours + i : theirs + i - left);
        }
        __syncthreads();
        int left = count > 0 ? (int) (ends[1] - ends[0]) : 0;
        if (first < count) take(s, t, 0, left, left, count, first, items);
        __syncthreads();
        put(t, items, first, count);
        __syncthreads();
        write(t, count, s, row * s.n + start);
        __syncthreads();
    }
}

// Positions in rows: written where they are wanted, or, of records, read as numbers that are counted through all rows.
struct Places {
    int64 n;
    int64 stride;          // of positions in a row
    const uint32* places;
    uint64* numbers;       // if there are no places
    Walk<1> rows;          // operand 0 is int64 positions; without an address, those from 0 on are read
};
FN void write(const Places& w) {
    EACH(i, w.rows.n * w.n) {
        int64 row = quotient(i, w.n);
        char* p[1];
        locate(w.rows, row, p);
        *(int64*) (p[0] + (i - row * w.n) * w.stride) = w.places ? (int64) w.places[i] : (int64) w.numbers[i] - row * w.n;
    }
}
FN void read(const Places& w) {
    EACH(i, w.rows.n * w.n) {
        int64 row = quotient(i, w.n), at = i - row * w.n;
        char* p[1];
        locate(w.rows, row, p);
        if (w.rows.base[0]) at = *(const int64*) (p[0] + at * w.stride);
        w.numbers[i] = row * w.n + at;
    }
}

// Elements of all rows, one after the other, and back to where they lie.
struct Moves {
    int64 n;
    int64 stride;
    int64 parts;           // of an element, that are moved by themselves
    char* packed;
    const uint32* places;  // if anything, what is collected
    const uint64* numbers; // if anything, what is spread
    Walk<1> rows;
};
template <int BYTES> FN void collect(const Moves& m) {
    EACH(i, m.rows.n * m.n * m.parts) {
        int64 k = quotient(i, m.parts), row = quotient(k, m.n), at = m.places ? (int64) m.places[k] : k - row * m.n;
        char* p[1];
        locate(m.rows, row, p);
        ((Bytes<BYTES>*) m.packed)[i] = *(const Bytes<BYTES>*) (p[0] + at * m.stride + (i - k * m.parts) * BYTES);
    }
}
template <int BYTES> FN void spread(const Moves& m) {
    EACH(i, m.rows.n * m.n * m.parts) {
        int64 k = quotient(i, m.parts), row = quotient(k, m.n), part = i - k * m.parts, from = m.numbers ? (int64) m.numbers[k] : k;
        char* p[1];
        locate(m.rows, row, p);
        *(Bytes<BYTES>*) (p[0] + (k - row * m.n) * m.stride + part * BYTES) = ((const Bytes<BYTES>*) m.packed)[from * m.parts + part];
    }
}

#define SORTING(name, body) \
    extern "C" __global__ void __launch_bounds__(THREADS) name(Sort s) { body(s); } \
    HOST_BLOCK(name, Sort)
#define TILES(F, K) SORTING(tiles_##F##_##K, sortTiles<F<K>>)
#define MERGE(F, K) SORTING(merge_##F##_##K, mergeRuns<F<K>>)
#define RECORDTILES(K) SORTING(recordtiles_##K, sortTiles<K>)
#define RECORDMERGE(K) SORTING(recordmerge_##K, mergeRuns<K>)
#define PLACES(step) \
    extern "C" __global__ void __launch_bounds__(THREADS) places_##step(Places w) { step(w); } \
    HOST_ENTRY(places_##step, Places)
#define COLLECT(bytes) \
    extern "C" __global__ void __launch_bounds__(THREADS) collect_##bytes(Moves m) { collect<bytes>(m); } \
    HOST_ENTRY(collect_##bytes, Moves)
#define SPREAD(bytes) \
    extern "C" __global__ void __launch_bounds__(THREADS) spread_##bytes(Moves m) { spread<bytes>(m); } \
    HOST_ENTRY(spread_##bytes, Moves)
