package io.arrayport.core.numeric;

import java.util.Arrays;

/**
 * Least squares by singular values: columns are rotated, two at a time, until each is at a right angle to all others.
 * What is left of their lengths are the singular values.
 */
public final class LeastSquares {
    private static final double EPSILON = Math.ulp(1.0);
    private static final int SWEEPS = 60;

    /** The columns, rotated; as many rotations gathered; both in descending order of lengths. */
    private final double[][] turned;
    private final double[][] rotations;
    private final double[] lengths;

    /** @param columns not changed */
    public LeastSquares(double[][] columns) {
        int n = columns.length;
        double[][] turned = new double[n][];
        double[][] rotations = new double[n][n];
        for (int j = 0; j < n; j++) {
            turned[j] = columns[j].clone();
            rotations[j][j] = 1;
        }
        boolean rotated = true;
        for (int sweep = 0; rotated && sweep < SWEEPS; sweep++) {
            rotated = false;
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotated |= rotate(turned, rotations, p, q);
                }
            }
        }
        Integer[] order = new Integer[n];
        Arrays.setAll(order, j -> j);
        Arrays.sort(order, (p, q) -> Double.compare(dot(turned[q], turned[q]), dot(turned[p], turned[p])));
        this.turned = new double[n][];
        this.rotations = new double[n][];
        lengths = new double[n];
        for (int j = 0; j < n; j++) {
            this.turned[j] = turned[order[j]];
            this.rotations[j] = rotations[order[j]];
            lengths[j] = Math.sqrt(dot(this.turned[j], this.turned[j]));
        }
    }

    private static boolean rotate(double[][] turned, double[][] rotations, int p, int q) {
        double first = dot(turned[p], turned[p]);
        double second = dot(turned[q], turned[q]);
        double between = dot(turned[p], turned[q]);
        if (!(Math.abs(between) > EPSILON * Math.sqrt(first * second))) {
            return false;
        }
        double slope = (second - first) / (2 * between);
        double tangent = Math.copySign(1 / (Math.abs(slope) + Math.hypot(1, slope)), slope);
        double cosine = 1 / Math.hypot(1, tangent);
        turn(turned[p], turned[q], cosine, tangent * cosine);
        turn(rotations[p], rotations[q], cosine, tangent * cosine);
        return true;
    }

    private static void turn(double[] one, double[] other, double cosine, double sine) {
        for (int i = 0; i < one.length; i++) {
            double number = one[i];
            one[i] = cosine * number - sine * other[i];
            other[i] = sine * number + cosine * other[i];
        }
    }

    /** Four sums, none of which waits for another: with one, most of a fit was waiting. */
    public static double dot(double[] a, double[] b) {
        double one = 0;
        double two = 0;
        double three = 0;
        double four = 0;
        int i = 0;
        for (; i < a.length - 3; i += 4) {
            one += a[i] * b[i];
            two += a[i + 1] * b[i + 1];
            three += a[i + 2] * b[i + 2];
            four += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            one += a[i] * b[i];
        }
        return one + two + (three + four);
    }

    /** Descending. */
    public double[] singularValues() {
        return lengths.clone();
    }

    /** How many singular values are greater than this part of the greatest. */
    public int rank(double rcond) {
        int rank = 0;
        while (rank < lengths.length && lengths[rank] > rcond * lengths[0]) {
            rank++;
        }
        return rank;
    }

    /** The shortest combination of the columns' first {@code rank} directions that is nearest to {@code wanted}. */
    public double[] solve(double[] wanted, int rank) {
        double[] solution = new double[lengths.length];
        for (int j = 0; j < rank; j++) {
            double part = dot(turned[j], wanted) / (lengths[j] * lengths[j]);
            for (int i = 0; i < solution.length; i++) {
                solution[i] += part * rotations[j][i];
            }
        }
        return solution;
    }

    /** The inverse of the products of all columns with each other. */
    double[][] inverseProducts() {
        int n = lengths.length;
        double[][] inverse = new double[n][n];
        for (int j = 0; j < n; j++) {
            for (int row = 0; row < n; row++) {
                for (int column = 0; column < n; column++) {
                    inverse[row][column] += rotations[j][row] * rotations[j][column] / (lengths[j] * lengths[j]);
                }
            }
        }
        return inverse;
    }
}
