package io.arrayport.core.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a {@link SortNetwork} does. Each lane of each row has a number, which is the place in the order of what it holds
 * in the end; columns are runs of these places. Sorted runs are merged by comparing places that mirror each other in
 * the two halves, and then those that differ in one bit, lower and lower ones.
 *
 * <p>Rows are compared with rows: of the bits of a place some choose the row, the others the lane. A bit that is needed
 * and chooses the lane changes places with the one that is not needed for longest: half of each row goes to another.
 */
final class NetworkPlan {
    /** Vectors of the second bank have greater numbers. */
    private static final int BANK = SortNetwork.VECTORS;

    /**
     * @param calls of the Vector API
     * @param bank of which vectors the rows are then
     */
    record Step(int calls, int bank, Runnable code) {}

    private final List<Step> steps = new ArrayList<>();
    private final VectorCode code;
    private final int length;
    /** The number of each lane of each row. */
    private int[][] places;
    private int bank;
    /** The bits that choose the row, and those that choose the lane. */
    private final int[] near;
    private final int[] far;
    /** The bits that are needed, one after the other. */
    private final List<Integer> needed = new ArrayList<>();

    NetworkPlan(VectorCode code, int rows, int length) {
        this.code = code;
        this.length = length;
        int low = Integer.numberOfTrailingZeros(rows);
        int bits = low + Integer.numberOfTrailingZeros(length);
        near = IntStream.range(0, low).toArray();
        far = IntStream.range(low, bits).toArray();
        places = places(rows);
        for (int run = low + 1; run <= bits; run++) {
            for (int bit = run - 1; bit >= 0; bit--) {
                needed.add(bit);
            }
        }
        // In the end rows are what lies one after the other
        IntStream.range(bits - low, bits).forEach(needed::add);
    }

    List<Step> steps() {
        int rows = places.length;
        sort(0, rows);
        int highest = near.length;
        while (needed.size() > near.length) {
            int bit = needed.removeFirst();
            boolean mirrored = bit >= highest;
            highest = Math.max(highest, bit + 1);
            if (Arrays.stream(near).noneMatch(each -> each == bit)) {
                bring(bit, mirrored);
            }
            compare(bit, mirrored ? (2 << bit) - 1 : 1 << bit);
        }
        exchange(IntStream.range(0, rows).mapToObj(row -> IntStream.range(row * length, (row + 1) * length).toArray())
                .toArray(int[][]::new));
        return steps;
    }

    /** Returns the numbers of lanes by what bits choose them. */
    private int[][] places(int rows) {
        int[][] all = new int[rows][length];
        for (int row = 0; row < rows; row++) {
            for (int lane = 0; lane < length; lane++) {
                all[row][lane] = spread(row, near) | spread(lane, far);
            }
        }
        return all;
    }

    private static int spread(int number, int[] bits) {
        return IntStream.range(0, bits.length).map(i -> (number >> i & 1) << bits[i]).sum();
    }

    /** Lets a bit choose the row, instead of the one that is needed last. */
    private void bring(int bit, boolean mirrored) {
        int last = 0;
        for (int i = 1; i < near.length; i++) {
            last = use(near[i]) > use(near[last]) ? i : last;
        }
        int there = IntStream.range(0, far.length).filter(i -> far[i] == bit).findFirst().orElseThrow();
        far[there] = near[last];
        near[last] = bit;
        int[][] then = places(places.length);
        if (mirrored) {
            for (int row = 0; row < then.length; row++) {
                if ((row >> last & 1) == 1) {
                    int[] mirror = then[row ^ 1 << last];
                    then[row] = Arrays.stream(mirror).map(place -> place ^ (2 << bit) - 1).toArray();
                }
            }
        }
        exchange(then);
    }

    private int use(int bit) {
        int next = needed.indexOf(bit);
        return next < 0 ? needed.size() : next;
    }

    /** Gives lanes other places: each row becomes lanes of two. */
    private void exchange(int[][] then) {
        int rows = then.length;
        int from = bank;
        int to = BANK - bank;
        int[] where = new int[rows * length];
        for (int i = 0; i < where.length; i++) {
            where[places[i / length][i % length]] = i;
        }
        List<Runnable> selections = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            int[] sources = Arrays.stream(then[row]).map(place -> where[place]).toArray();
            int[] of = Arrays.stream(sources).map(source -> source / length).distinct().toArray();
            if (of.length > 2) {
                throw new IllegalStateException("kernel: a row of " + length + " lanes needs " + of.length + " others");
            }
            int[] lanes = Arrays.stream(sources)
                    .map(source -> source % length + (source / length == of[0] ? 0 : length)).toArray();
            int target = to + row;
            selections.add(() -> code.select(target, lanes, from + of[0], from + of[of.length - 1]));
        }
        bank = to;
        places = then;
        steps.add(new Step(rows, bank, () -> selections.forEach(Runnable::run)));
    }

    /** Compares rows whose places differ in such bits. */
    private void compare(int bit, int mask) {
        for (int row = 0; row < places.length; row++) {
            for (int other = 0; other < places.length; other++) {
                if ((places[row][0] >> bit & 1) == 0 && places[other][0] == (places[row][0] ^ mask)) {
                    compareRows(row, other);
                }
            }
        }
    }

    private void compareRows(int low, int high) {
        int first = bank + low;
        int second = bank + high;
        steps.add(new Step(2, bank, () -> code.compare(first, second)));
    }

    /** Sorts the columns of so many rows: Batcher's merges of what is sorted so far. */
    private void sort(int first, int count) {
        if (count > 1) {
            sort(first, count / 2);
            sort(first + count / 2, count / 2);
            oddEven(first, count, 1);
        }
    }

    private void oddEven(int first, int count, int apart) {
        int twice = 2 * apart;
        if (twice < count) {
            oddEven(first, count, twice);
            oddEven(first + apart, count, twice);
            for (int i = first + apart; i < first + count - apart; i += twice) {
                compareRows(i, i + apart);
            }
        } else {
            compareRows(first, first + apart);
        }
    }
}
