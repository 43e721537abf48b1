package io.arrayport.core.fourier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Transforms of every kind of length, held against sums by the definition. */
final class PlanTest {
    private static final double EPSILON = Math.ulp(1.0);

    /** Real and imaginary parts of one row. */
    private record Row(double[] re, double[] im) {
        static Row random(int n, long seed) {
            Random random = new Random(seed);
            Row row = new Row(new double[n], new double[n]);
            for (int i = 0; i < n; i++) {
                row.re[i] = random.nextGaussian();
                row.im[i] = random.nextGaussian();
            }
            return row;
        }

        Row real() {
            return new Row(re, new double[re.length]);
        }

        double norm() {
            double sum = 0;
            for (int i = 0; i < re.length; i++) {
                sum += re[i] * re[i] + im[i] * im[i];
            }
            return Math.sqrt(sum);
        }

        Row minus(Row other) {
            Row difference = new Row(new double[re.length], new double[re.length]);
            for (int i = 0; i < re.length; i++) {
                difference.re[i] = re[i] - other.re[i];
                difference.im[i] = im[i] - other.im[i];
            }
            return difference;
        }

        /** One number of the transform, by its definition. */
        double[] at(int k) {
            int n = re.length;
            double[] sum = new double[2];
            for (int j = 0; j < n; j++) {
                double wr = Roots.re((long) j * k % n, n);
                double wi = Roots.im((long) j * k % n, n);
                sum[0] += re[j] * wr - im[j] * wi;
                sum[1] += re[j] * wi + im[j] * wr;
            }
            return sum;
        }

        Row transformed() {
            Row result = new Row(new double[re.length], new double[re.length]);
            for (int k = 0; k < re.length; k++) {
                double[] number = at(k);
                result.re[k] = number[0];
                result.im[k] = number[1];
            }
            return result;
        }

        void into(Buffers b, int lane, int lanes) {
            for (int i = 0; i < re.length; i++) {
                b.re()[i * lanes + lane] = re[i];
                b.im()[i * lanes + lane] = im[i];
            }
        }

        static Row from(Buffers b, int n, int lane, int lanes) {
            Row row = new Row(new double[n], new double[n]);
            for (int i = 0; i < n; i++) {
                row.re[i] = b.re()[i * lanes + lane];
                row.im[i] = b.im()[i * lanes + lane];
            }
            return row;
        }
    }

    private static Row complex(Row row, boolean backward) {
        int n = row.re.length;
        Plan plan = Plan.of(n, false);
        Buffers b = plan.buffers(1);
        row.into(b, 0, 1);
        plan.complex(b, 1, backward);
        return Row.from(b, n, 0, 1);
    }

    @Test
    void lengthsUpTo300AreTheSumsOfTheirDefinition() {
        for (int n = 1; n <= 300; n++) {
            Row row = Row.random(n, n);
            Row wanted = row.transformed();
            assertThat(complex(row, false).minus(wanted).norm()).as("length " + n)
                    .isLessThan((8 + n) * EPSILON * wanted.norm());
        }
    }

    /** Products of small factors, of large primes and of both; primes; squares. */
    @ParameterizedTest
    @ValueSource(ints = {997, 1024, 1331, 2003, 4093, 4096, 4097, 4100, 5000, 6561, 8192, 8198, 10007, 30030, 65536,
            74498, 1_005_973})
    void longRowsAreTheSumsOfTheirDefinition(int n) {
        Row row = Row.random(n, n);
        Row result = complex(row, false);
        double close = 64 * EPSILON * row.norm() * Math.sqrt(n);
        for (int k : new int[]{0, 1, 2, 7, n / 3, n / 2, n - 2, n - 1}) {
            double[] wanted = row.at(k);
            assertThat(Math.hypot(result.re[k] - wanted[0], result.im[k] - wanted[1])).as("number " + k)
                    .isLessThan(close);
        }
        Row again = complex(result, true);
        for (int i = 0; i < n; i++) {
            again.re[i] /= n;
            again.im[i] /= n;
        }
        assertThat(again.minus(row).norm()).isLessThan(16 * EPSILON * row.norm());
    }

    @Test
    void realRowsAreTheFirstHalfAndComeBack() {
        for (int n = 1; n <= 130; n++) {
            Row row = Row.random(n, n).real();
            Row wanted = row.transformed();
            Plan plan = Plan.of(n, true);
            Buffers b = plan.buffers(1);
            if (plan.isHalved()) {
                for (int i = 0; i < n / 2; i++) {
                    b.re()[i] = row.re[2 * i];
                    b.im()[i] = row.re[2 * i + 1];
                }
            } else {
                row.into(b, 0, 1);
            }
            plan.real(b, 1);
            for (int k = 0; k <= n / 2; k++) {
                assertThat(Math.hypot(b.re()[k] - wanted.re[k], b.im()[k] - wanted.im[k]))
                        .as("number " + k + " of " + n).isLessThan((8 + n) * EPSILON * wanted.norm());
            }
            if (plan.isHalved()) {
                plan.hermitian(b, 1);
                for (int i = 0; i < n; i++) {
                    double number = (i % 2 == 0 ? b.re() : b.im())[i / 2] / n;
                    assertThat(number).as("number " + i + " of " + n)
                            .isCloseTo(row.re[i], offset(1e-14 * row.norm() + 1e-15));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 12, 30, 37, 64, 77, 101, 1000, 2006})
    void rowsThatGoTogetherAreTheSameBitsAsOneByOne(int n) {
        Plan plan = Plan.of(n, false);
        int lanes = plan.lanes();
        Buffers b = plan.buffers(lanes);
        Row[] rows = new Row[lanes];
        for (int lane = 0; lane < lanes; lane++) {
            rows[lane] = Row.random(n, lane);
            rows[lane].into(b, lane, lanes);
        }
        plan.complex(b, lanes, false);
        for (int lane = 0; lane < lanes; lane++) {
            Row alone = complex(rows[lane], false);
            Row together = Row.from(b, n, lane, lanes);
            assertThat(together.re).as("row " + lane).isEqualTo(alone.re);
            assertThat(together.im).as("row " + lane).isEqualTo(alone.im);
        }
    }

    @Test
    void vectorsComputeTheBitsOfPlainLoops() {
        Butterflies plain = new PlainButterflies();
        Butterflies raced = new RacedButterflies();
        for (int radix : new int[]{2, 3, 4, 5, 7, 9, 11, 31}) {
            for (int stride : new int[]{8, 16, 24}) {
                Pass pass = new Pass(radix, 3);
                Row row = Row.random(3 * radix * stride, radix);
                double[][] theirs = run(plain, pass, stride, row);
                assertThat(run(Choice.BUTTERFLIES, pass, stride, row)).as("radix " + radix).isDeepEqualTo(theirs);
                assertThat(run(raced, pass, stride, row)).as("raced, radix " + radix).isDeepEqualTo(theirs);
            }
        }
    }

    private static double[][] run(Butterflies butterflies, Pass pass, int stride, Row row) {
        double[] re = new double[row.re.length];
        double[] im = new double[row.re.length];
        butterflies.run(pass, stride, row.re.clone(), row.im.clone(), re, im);
        butterflies.turn(re, im, 8, 16, 0.6, 0.8, re, im);
        double[] toRe = new double[23];
        double[] toIm = new double[23];
        butterflies.twist(re, im, 8, 13, row.re, row.im, 0.6, 0.8, toRe, toIm, 9);
        for (int count : new int[]{8, 5}) {
            butterflies.split(re, im, 0, 8, count, 0.6, 0.8);
            butterflies.join(re, im, 8, 8, count, 0.8, -0.6); // the middle is its own mirror
        }
        return new double[][]{re, im, toRe, toIm};
    }

    @Test
    void rootsAreExactWhereTheyCanBe() {
        assertThat(new double[]{Roots.re(0, 8), Roots.re(2, 8), Roots.re(4, 8), Roots.re(6, 8)})
                .containsExactly(1, 0, -1, 0);
        assertThat(new double[]{Roots.im(0, 8), Roots.im(2, 8), Roots.im(4, 8), Roots.im(6, 8)})
                .containsExactly(0, -1, 0, 1);
        assertThat(Roots.re(1, 6)).isEqualTo(0.5, offset(EPSILON / 4));
        assertThat(Roots.re(1, 8)).isEqualTo(Math.sqrt(0.5), offset(EPSILON / 2));
        Roots table = new Roots(1_000_003);
        for (long k : new long[]{1, 499, 500_001, 1_000_002}) {
            assertThat(Math.hypot(table.re(k), table.im(k))).isCloseTo(1, offset(4e-16));
        }
    }

    @Test
    void threadsShareAPlan() {
        Row row = Row.random(1009, 1);
        Row wanted = complex(row, false);
        boolean same = Stream.generate(() -> CompletableFuture.supplyAsync(() -> complex(row, false))).limit(16)
                .toList().stream().map(CompletableFuture::join)
                .allMatch(result -> Arrays.equals(result.re, wanted.re) && Arrays.equals(result.im, wanted.im));
        assertThat(same).isTrue();
    }
}
