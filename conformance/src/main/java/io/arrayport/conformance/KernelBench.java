package io.arrayport.conformance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.kernel.Simd;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ufunc.ReduceAxes;
import io.arrayport.core.ufunc.Reductions;
import io.arrayport.core.ufunc.Ufuncs;

/**
 * {@code add} into an output and {@code sum}, Arrayport's whole operation against NumPy's, in turn on one core: NumPy,
 * Arrayport, NumPy, Arrayport, … Each round gives a ratio of times; printed are their median and quartiles. Ends with
 * exit code 1 if a median is above its limit, 2 if NumPy is missing.
 *
 * <pre>taskset -c 0 java @arrayport.args -cp … io.arrayport.conformance.KernelBench [--json]</pre>
 */
public final class KernelBench {
    private static final List<DType> TYPES = List.of(DType.FLOAT32, DType.FLOAT64, DType.INT32, DType.INT64);
    private static final int[] SIZES = {100_000, 1_000_000};
    private static final int ROUNDS = 25;
    private static final double ADD_LIMIT = 1.1;
    private static final double SUM_LIMIT = 0.7;
    /** Time of a round, long enough to refill the caches that the other side has emptied. */
    private static final double ROUND_NANOS = 15e6;
    /** Calls until the compiler has settled; 20 to 30 suffice where nothing has to be compiled again. */
    private static final int WARM_UP_CALLS = 20_000;
    private static final double WARM_UP_NANOS = 1.5e9;

    private record Row(String operation, DType type, int n, double numpy, double ours, double ratio, double low,
            double high) {
        boolean holds() {
            return ratio <= limit();
        }

        double limit() {
            return operation.equals("add") ? ADD_LIMIT : SUM_LIMIT;
        }
    }

    private final NumpyPeer numpy;

    private KernelBench(NumpyPeer numpy) {
        this.numpy = numpy;
    }

    /** @param args {@code --json} for one JSON object instead of a table */
    public static void main(String[] args) {
        try (NumpyPeer numpy = new NumpyPeer("kernel_bench.py")) {
            List<Row> rows = new KernelBench(numpy).rows();
            System.out.println(List.of(args).contains("--json") ? json(numpy, rows) : table(numpy, rows));
            System.exit(rows.stream().allMatch(Row::holds) ? 0 : 1);
        } catch (IOException e) {
            System.err.println("KernelBench: " + e.getMessage());
            System.exit(2);
        }
    }

    private List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (int n : SIZES) {
            for (DType type : TYPES) {
                try (Scope scope = Scope.open()) {
                    Operand a = filled(type, n);
                    Operand b = filled(type, n);
                    Operand out = filled(type, n);
                    rows.add(row("add", type, n, () -> Ufuncs.ADD.callInto(a, b, out)));
                    rows.add(row("sum", type, n,
                            () -> Reductions.sum(a, ReduceAxes.all(), false).storage().close()));
                }
            }
        }
        return rows;
    }

    private static Operand filled(DType type, int n) {
        Storage storage = Storage.allocateZeroed((long) n * type.itemsize());
        Operand operand = Operand.of(type, Layout.contiguous(Shape.of(n), type.itemsize()), storage);
        Ufuncs.ADD.callInto(operand, operand, operand); // touches every page: zeroed ones are not there yet
        return operand;
    }

    private Row row(String operation, DType type, int n, Runnable call) throws IOException {
        long start = System.nanoTime();
        for (int i = 0; i < WARM_UP_CALLS && System.nanoTime() - start < WARM_UP_NANOS; i++) {
            call.run();
        }
        String question = operation + " " + type.name() + " " + n + " ";
        double once = numpy.ask(question + 100);
        int calls = (int) Math.max(10, ROUND_NANOS / once);
        double[] theirs = new double[ROUNDS];
        double[] ours = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            theirs[round] = numpy.ask(question + calls);
            ours[round] = time(call, calls);
            ratios[round] = ours[round] / theirs[round];
        }
        return new Row(operation, type, n, quantile(theirs, 0.5), quantile(ours, 0.5), quantile(ratios, 0.5),
                quantile(ratios, 0.25), quantile(ratios, 0.75));
    }

    private static double time(Runnable call, int calls) {
        long start = System.nanoTime();
        for (int i = 0; i < calls; i++) {
            call.run();
        }
        return (System.nanoTime() - start) / (double) calls;
    }

    private static double quantile(double[] values, double fraction) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) (fraction * (sorted.length - 1))];
    }

    private static String table(NumpyPeer numpy, List<Row> rows) {
        StringBuilder text = new StringBuilder("NumPy ").append(numpy.version()).append(", SIMD ")
                .append(Simd.describe())
                .append("\noperation  type          n  NumPy us  Arrayport us  ratio  (quartiles)    limit\n");
        for (Row row : rows) {
            text.append(String.format(Locale.ROOT, "%-9s  %-7s %7d  %8.2f  %12.2f  %5.2f  (%.2f to %.2f)  %5.2f%s%n",
                    row.operation, row.type.name(), row.n, row.numpy / 1e3, row.ours / 1e3, row.ratio, row.low,
                    row.high, row.limit(), row.holds() ? "" : "  BROKEN"));
        }
        return text.toString();
    }

    private static String json(NumpyPeer numpy, List<Row> rows) {
        List<String> lines = new ArrayList<>();
        for (Row row : rows) {
            lines.add(String.format(Locale.ROOT,
                    "{\"operation\": \"%s\", \"dtype\": \"%s\", \"n\": %d, \"numpyNanos\": %.0f, \"nanos\": %.0f,"
                            + " \"ratio\": %.3f, \"lowQuartile\": %.3f, \"highQuartile\": %.3f, \"limit\": %.2f}",
                    row.operation, row.type.name(), row.n, row.numpy, row.ours, row.ratio, row.low, row.high,
                    row.limit()));
        }
        return "{\"numpy\": \"" + numpy.version() + "\", \"simd\": \"" + Simd.describe() + "\", \"rows\": [\n"
                + String.join(",\n", lines) + "]}";
    }
}
