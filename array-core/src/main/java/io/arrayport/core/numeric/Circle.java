package io.arrayport.core.numeric;

/**
 * Points on a circle, laid out on a line with one more at either end.
 *
 * @param places ascending
 * @param values as many numbers for each place
 */
record Circle(double[] places, double[] values) {

    static Circle of(double[] xp, double[] fp, double period) {
        int n = xp.length;
        int parts = fp.length / n;
        double[] turned = new double[n];
        for (int i = 0; i < n; i++) {
            double rest = xp[i] % period;
            turned[i] = rest < 0 ? rest + period : rest + 0.0;
        }
        int[] order = ascending(turned);
        double[] places = new double[n + 2];
        double[] values = new double[parts * (n + 2)];
        for (int i = 0; i < n + 2; i++) {
            int from = order[(i + n - 1) % n];
            places[i] = turned[from] + (i == 0 ? -period : i > n ? period : 0);
            System.arraycopy(fp, from * parts, values, i * parts, parts);
        }
        return new Circle(places, values);
    }

    /** The places in ascending order, merged from runs that double in length; equal ones stay in their order. */
    private static int[] ascending(double[] places) {
        int n = places.length;
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        int[] merged = new int[n];
        for (long run = 1; run < n; run *= 2) {
            for (long start = 0; start < n; start += 2 * run) {
                int middle = (int) Math.min(start + run, n);
                int end = (int) Math.min(middle + run, n);
                int left = (int) start;
                int right = middle;
                for (int to = left; to < end; to++) {
                    boolean takeLeft = left < middle
                            && (right == end || !(places[order[right]] < places[order[left]]));
                    merged[to] = takeLeft ? order[left++] : order[right++];
                }
            }
            int[] swapped = order;
            order = merged;
            merged = swapped;
        }
        return order;
    }
}
