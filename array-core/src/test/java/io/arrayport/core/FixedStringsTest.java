package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.count;
import static io.arrayport.core.Options.end;
import static io.arrayport.core.Options.fillchar;
import static io.arrayport.core.Options.start;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions of strings of fixed widths give what the same ones give of strings of any length, which are Java's. */
final class FixedStringsTest {
    private static final int WORDS = 200;
    private static final String SMILE = "\ud83d\ude00"; // one character, two of Java's

    private static NdArray words(Random random, int width, String letters, String type) {
        int[] points = letters.codePoints().toArray();
        List<String> words = IntStream.range(0, WORDS).mapToObj(_ -> {
            int length = random.nextBoolean() ? width : random.nextInt(width + 1);
            return IntStream.range(0, length).mapToObj(_ -> Character.toString(points[random.nextInt(points.length)]))
                    .collect(Collectors.joining());
        }).toList();
        return np.array(words, Options.dtype(np.str_)).astype(DType.of(type + width));
    }

    private static void assertSame(NdArray fixed, UnaryOperator<NdArray> function) {
        NdArray plain = fixed.astype(np.str_);
        assertThat(text(function.apply(fixed))).isEqualTo(text(function.apply(plain.astype(DType.STRING))));
        NdArray backwards = np.flip(fixed).reshape(2, -1).T();
        assertThat(text(function.apply(backwards)))
                .isEqualTo(text(function.apply(backwards.astype(np.str_).astype(DType.STRING))));
    }

    private static Object text(NdArray result) {
        return result.dtype().kind() == 'S' ? result.astype(np.str_).tolist() : result.tolist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"S1", "S3", "S7", "S8", "S9", "S15", "S17", "S33", "S70", "U1", "U2", "U3", "U4", "U5",
            "U8",
            "U9", "U17", "U33"})
    void likeThoseOfAnyLength(String type) {
        Random random = new Random(type.hashCode());
        String kind = type.substring(0, 1);
        int width = Integer.parseInt(type.substring(1));
        try (Scope _ = np.scope()) {
            for (String letters : List.of("ab", "a +-1\t", kind.equals("U") ? "ab\u00e9\u2003 " + SMILE : "xyz ")) {
                NdArray a = words(random, width, letters, kind);
                for (String part : List.of("", "a", "ab", "aba", " ", "aaaaaaaaa", kind.equals("U") ? SMILE : "z")) {
                    assertSame(a, s -> np.strings.find(s, part));
                    assertSame(a, s -> np.strings.rfind(s, part, start(-5L)));
                    assertSame(a, s -> np.strings.count(s, part, start(1L), end(7L)));
                    assertSame(a, s -> np.strings.startswith(s, part));
                    assertSame(a, s -> np.strings.endswith(s, part, end(-1L)));
                    assertSame(a, s -> np.strings.replace(s, part, "--+"));
                    assertSame(a, s -> np.strings.replace(s, part, "", count(2)));
                }
                for (long wanted : new long[]{-3, 0, 4, width + 1, width + 7, 80}) {
                    assertSame(a, s -> np.strings.center(s, wanted));
                    assertSame(a, s -> np.strings.rjust(s, wanted, fillchar("*")));
                    assertSame(a, s -> np.strings.ljust(s, wanted));
                    assertSame(a, s -> np.strings.zfill(s, wanted));
                    assertSame(a, s -> np.strings.multiply(s, wanted % 6));
                }
                for (String set : List.of("a", "ab ", "+-", kind.equals("U") ? "b\u00e9" + SMILE : "xy")) {
                    assertSame(a, s -> np.strings.strip(s, set));
                    assertSame(a, s -> np.strings.lstrip(s, set));
                    assertSame(a, s -> np.strings.rstrip(s, set));
                }
                assertSame(a, s -> np.strings.strip(s));
                assertSame(a, s -> np.strings.lstrip(s));
                assertSame(a, s -> np.strings.rstrip(s));
                assertSame(a, s -> np.strings.strLen(s));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"S9", "U9", "S30", "U30"})
    void withOthersBesideEach(String type) {
        Random random = new Random(type.hashCode());
        String kind = type.substring(0, 1);
        int width = Integer.parseInt(type.substring(1));
        try (Scope _ = np.scope()) {
            NdArray a = words(random, width, "ab", kind);
            NdArray parts = words(random, 2, "ab", kind);
            NdArray numbers = np.remainder(np.arange(WORDS), 7);
            NdArray plain = a.astype(np.str_).astype(DType.STRING);
            NdArray plainParts = parts.astype(np.str_).astype(DType.STRING);
            assertThat(text(np.strings.find(a, parts, start(numbers))))
                    .isEqualTo(text(np.strings.find(plain, plainParts, start(numbers))));
            assertThat(text(np.strings.strip(a, parts))).isEqualTo(text(np.strings.strip(plain, plainParts)));
            assertThat(text(np.strings.center(a, numbers))).isEqualTo(text(np.strings.center(plain, numbers)));
            assertThat(text(np.strings.multiply(a, numbers))).isEqualTo(text(np.strings.multiply(plain, numbers)));
            NdArray dash = np.array(List.of("ba")).astype(DType.of(kind + 2));
            NdArray plainDash = np.array(List.of("ba")).astype(DType.STRING);
            for (boolean last : new boolean[]{false, true}) {
                List<NdArray> fixed = last ? np.strings.rpartition(a, dash) : np.strings.partition(a, dash);
                List<NdArray> any = last ? np.strings.rpartition(plain, plainDash)
                        : np.strings.partition(plain, plainDash);
                for (int part = 0; part < 3; part++) {
                    assertThat(text(fixed.get(part))).isEqualTo(text(any.get(part)));
                }
            }
        }
    }
}
