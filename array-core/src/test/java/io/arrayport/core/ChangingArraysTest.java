package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.shape;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.arrayport.core.dtype.BytesType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.dtype.StructType.Field;
import io.arrayport.core.dtype.UnicodeType;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.index.Index;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.ForkedJvm;
import org.junit.jupiter.api.Test;

/**
 * Operations on arrays that another thread writes to: what they return is anybody's guess, but they write nowhere else,
 * and the JVM lives on.
 */
final class ChangingArraysTest {
    @Test
    void operationsStayInsideOfTheirMemory() {
        ForkedJvm.Result ended = ForkedJvm.with("-Dio.arrayport.allocator=checked")
                .withTimeout(Duration.ofMinutes(4)).start(Main.class);
        assertThat(ended.crashed()).as(ended.err()).isFalse();
        assertThat(ended.out()).endsWith("done" + System.lineSeparator());
        assertThat(ended.out().lines().filter(line -> line.startsWith("FAULT"))).isEmpty();
    }

    /** Runs all operations again and again, and says what the checked allocator has found. */
    static final class Main {
        private static final int N = 1500;
        private static final int ROUNDS = 5;

        private final Random random = new Random(7);
        private final Map<String, NdArray> arrays = new LinkedHashMap<>();
        private final List<String> texts = List.of("S9", "U3");

        public static void main(String[] args) {
            new Main().run();
        }

        private interface Call {
            Object of(String name);
        }

        private void run() {
            StructType record = StructType.of(Field.of("a", new BytesType(3)), Field.of("b", DType.COMPLEX64));
            Map<String, DType> types = Map.of("i8", DType.INT64, "f8", DType.FLOAT64, "c16", DType.COMPLEX128, "f2",
                    DType.FLOAT16, "b1", DType.BOOL, "S9", new BytesType(9), "U3", new UnicodeType(3), "V11", record);
            Map<NdArray, List<NdArray>> contents = new LinkedHashMap<>();
            types.forEach((name, type) -> {
                arrays.put(name, np.zeros(shape(N), type));
                contents.put(arrays.get(name), List.of(filled(type, 1), filled(type, 0), filled(type, 2)));
            });
            Thread.ofPlatform().daemon().start(() -> {
                while (true) {
                    contents.forEach((array, each) -> each.forEach(array::set));
                }
            });
            for (int round = 0; round < ROUNDS; round++) {
                for (String name : arrays.keySet()) {
                    sorting(name);
                    selecting(name);
                    report("arrays of " + name);
                }
                numbers();
                strings();
                report("numbers and strings");
            }
            System.out.println("done");
        }

        /** Content of a kind: positions and what else is in order, zeros, and what is rare. */
        private NdArray filled(DType type, int kind) {
            NdArray array = np.zeros(shape(N), type);
            for (int i = 0; i < N && kind > 0; i++) {
                switch (type.kind()) {
                    case 'S', 'U' -> array.setString(kind == 1 ? "ab a" : "x\ta ".repeat(i % 3), i);
                    case 'V' -> array.field("a").setString(kind == 1 ? "b" : "aa", i);
                    case 'b' -> array.setBoolean(kind == 1 || random.nextBoolean(), i);
                    case 'i' -> array.setLong(kind == 1 ? i % 30 : random.nextInt(3 * N) - N, i);
                    default -> array.setDouble(kind == 1 ? i % 50 - 7 : random.nextBoolean() ? Double.NaN : i, i);
                }
            }
            return array;
        }

        private void sorting(String name) {
            call("argsort", name);
            call("unique", name);
            call(name, array -> {
                arrays.get(array).sort();
                return "";
            });
            call(name, array -> np.call("partition", List.of(arrays.get(array), N / 2), Map.of()));
            call(name, array -> np.lexsort(List.of(arrays.get(array), arrays.get("c16"))));
            call(name, array -> np.call("unique", List.of(arrays.get(array)),
                    Map.of("return_index", true, "return_inverse", true, "return_counts", true)));
            call(name, array -> np.call("searchsorted", List.of(arrays.get(array), arrays.get(array)),
                    Map.of("sorter", arrays.get("i8"))));
            call("searchsorted", name, name);
            call("isin", name, name);
            call("intersect1d", name, name);
            call("argmax", name);
            call("min", name);
            call("max", name);
            call("median", name);
        }

        private void selecting(String name) {
            call("nonzero", name);
            call("take", name, "i8");
            call("repeat", name, "b1");
            call("put", name, "i8", name);
            call("delete", name, "i8");
            call("place", name, "b1", name);
            call("putmask", name, "b1", name);
            call("where", "b1", name, name);
            call("compress", "b1", name);
            call(name, array -> arrays.get(array).get("::-1").get(arrays.get("b1").get("::-1")));
            call(name, array -> arrays.get(array).get(arrays.get("b1")));
            call(name, array -> {
                NdArray positions = arrays.get("i8").get("0:30");
                return arrays.get(array).reshape(30, N / 30).get(positions, positions);
            });
            call(name, array -> {
                NdArray mask = arrays.get("b1");
                arrays.get(array).set(arrays.get(array).get(mask), mask);
                arrays.get(array).set(arrays.get(array).get(Index.slice(0, 1)), mask);
                return "";
            });
            call(name, array -> arrays.get(array).astype(new BytesType(5)));
            call(name, array -> arrays.get(array).copy().resize(2 * N));
            call(name, array -> arrays.get(array).repr() + arrays.get(array).tolist());
        }

        private void numbers() {
            call("bincount", "i8");
            call("digitize", "f8", "i8");
            call("histogram", "f8");
            call("i8", name -> np.call("choose", List.of(arrays.get(name), List.of(arrays.get("f8"),
                    arrays.get("i8"))), Map.of("mode", "wrap")));
            call("add.at", "f8", "i8", "f8");
            call("add.reduceat", "f8", "i8");
            call("packbits", "b1");
            call("fft.fft", "c16");
            call("power", "f8", "f8");
            call("f8", name -> np.call("take_along_axis", List.of(arrays.get(name),
                    arrays.get("i8")), Map.of("axis", 0)));
        }

        private void strings() {
            for (String name : texts) {
                call("strings.replace", name, name, name);
                call("strings.partition", name, name);
                call(name, array -> np.call("strings.multiply", List.of(arrays.get(array), 3), Map.of()));
                call("strings.upper", name);
                call("strings.strip", name);
                call("strings.add", name, name);
                call("strings.find", name, name);
                call("char.splitlines", name);
                call("strings.expandtabs", name);
            }
        }

        private void call(String function, String... names) {
            call(names[0], _ -> np.call(function, List.of(names).stream().map(arrays::get).toList(),
                    Map.of()));
        }

        private void call(String name, Call call) {
            try (Scope scope = Scope.open()) {
                call.of(name);
            } catch (ArrayportException | IllegalArgumentException refused) {
                // Not of this type, or not with these values
            }
        }

        private static void report(String what) {
            List<String> faults = Ledger.takeFaults();
            if (!faults.isEmpty()) {
                System.out.println("FAULT with " + what + ": " + faults);
            }
        }
    }
}
