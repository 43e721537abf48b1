package io.arrayport.core.ndarray;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.casting;
import static io.arrayport.core.Options.dtype;
import static io.arrayport.core.Options.out;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Random;

import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Time;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.layout.Shape;
import org.junit.jupiter.api.Test;

/** Times in arrays; that each loop and cast is NumPy's, the golden cases say. */
class TimesTest {
    private static final long NAT = TimeType.NAT;

    private static NdArray times(String type, long... counts) {
        return np.array(counts).astype(DType.of(type));
    }

    private static long[] counts(NdArray array) {
        long[] counts = new long[Math.toIntExact(array.size())];
        NdArray flat = array.reshape(-1);
        for (int i = 0; i < counts.length; i++) {
            counts[i] = flat.getLong(i);
        }
        return counts;
    }

    private static void assertTimes(NdArray array, String type, long... expected) {
        assertThat(array.dtype()).isEqualTo(DType.of(type));
        assertThat(counts(array)).isEqualTo(expected);
    }

    @Test
    void arithmeticTakesTheUnitOfBoth() {
        NdArray days = times("M8[D]", 0, 1, NAT);
        NdArray hours = times("m8[h]", 5, -30, 7);
        assertTimes(np.add(days, hours), "M8[h]", 5, -6, NAT);
        assertTimes(np.subtract(days, hours), "M8[h]", -5, 54, NAT);
        assertTimes(np.subtract(days, times("M8[h]", 1, 2, 3)), "m8[h]", -1, 22, NAT);
        assertTimes(np.add(hours, 2), "m8[h]", 7, -28, 9);
        assertTimes(np.add(times("m8[25s]", 1), times("m8[10s]", 1)), "m8[5s]", 7);
        assertTimes(np.multiply(hours, 1.5), "m8[h]", 7, -45, 10);
        assertTimes(np.multiply(np.array(new long[]{2, 3, 4}), hours), "m8[h]", 10, -90, 28);
        assertTimes(np.divide(hours, 2), "m8[h]", 2, -15, 3);
        assertTimes(np.floorDivide(hours, 0), "m8[h]", NAT, NAT, NAT);
        assertTimes(np.remainder(hours, times("m8[s]", 7200)), "m8[s]", 3600, 0, 3600);
        NdArray ratio = np.divide(times("m8[D]", 1, NAT), times("m8[h]", 6));
        assertThat(ratio.getDouble(0)).isEqualTo(4);
        assertThat(ratio.getDouble(1)).isNaN();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        NdArray points = times("M8[s]", 1);
        NdArray spans = times("m8[s]", 1);
        assertThatThrownBy(() -> np.add(points, points)).isInstanceOf(DTypeException.class)
                .hasMessageContaining("add: no loop for (datetime64[s], datetime64[s])");
        assertThatThrownBy(() -> np.multiply(spans, spans)).isInstanceOf(DTypeException.class);
        assertThatThrownBy(() -> np.add(points, 1.5)).isInstanceOf(DTypeException.class);
        assertThatThrownBy(() -> np.sqrt(spans)).isInstanceOf(DTypeException.class);
        assertThatThrownBy(() -> np.isnat(np.array(new long[]{1}))).isInstanceOf(DTypeException.class);
        assertThatThrownBy(() -> np.add(spans, times("m8[Y]", 1))).isInstanceOf(DTypeException.class)
                .hasMessageContaining("years and months have no fixed length");
        assertThatThrownBy(() -> np.add(spans, times("m8[as]", 1))).isInstanceOf(CastingException.class);
        assertThatThrownBy(() -> np.add(spans, spans, dtype(DType.of("m8[ms]")))).isInstanceOf(DTypeException.class)
                .hasMessageContaining("the unit of a result follows from the operands");
        assertThatThrownBy(() -> np.add(spans, spans, out(np.array(new long[]{0}))))
                .isInstanceOf(CastingException.class);
        assertThatThrownBy(() -> np.sum(points)).isInstanceOf(DTypeException.class);
    }

    @Test
    void natComparesAsNan() {
        NdArray a = times("m8[s]", 1, NAT, 5);
        NdArray b = times("m8[s]", 1, NAT, NAT);
        assertThat(counts(np.equal(a, b).astype(DType.INT64))).containsExactly(1, 0, 0);
        assertThat(counts(np.notEqual(a, b).astype(DType.INT64))).containsExactly(0, 1, 1);
        assertThat(counts(np.lessEqual(a, b).astype(DType.INT64))).containsExactly(1, 0, 0);
        assertThat(counts(np.greater(a, b).astype(DType.INT64))).containsExactly(0, 0, 0);
        assertThat(counts(np.isnat(b).astype(DType.INT64))).containsExactly(0, 1, 1);
        assertTimes(np.maximum(a, b), "m8[s]", 1, NAT, NAT);
        assertTimes(np.fmin(a, b), "m8[s]", 1, NAT, 5);
        assertTimes(np.max(b), "m8[s]", NAT);
    }

    @Test
    void reductionsKeepTheUnit() {
        NdArray spans = times("m8[ms]", 3, 4, 6).reshape(3, 1);
        assertTimes(np.sum(spans), "m8[ms]", 13);
        assertTimes(np.mean(spans), "m8[ms]", 4);
        assertTimes(np.add.accumulate(spans), "m8[ms]", 3, 7, 13);
        assertTimes(np.min(times("M8[D]", 3, -4)), "M8[D]", -4);
        assertTimes(np.sum(times("m8[s]", 1, 2), out(np.zeros(Shape.of(), DType.of("m8[ms]")))), "m8[ms]", 3000);
    }

    @Test
    void elementsAreCountsAndTimes() {
        NdArray times = times(">M8[D]", 1, NAT);
        assertThat(times.getLong(0)).isEqualTo(1);
        assertThat(times.item(0)).isEqualTo(new Time((TimeType) DType.of(">M8[D]"), 1)).hasToString("1970-01-02");
        assertThat(times.item(1)).hasToString("NaT");
        assertThatThrownBy(() -> times.getDouble(0)).isInstanceOf(CastingException.class)
                .hasMessageContaining("use getLong");
        times.setLong(365, 0);
        assertThat(times).hasToString("['1971-01-01'        'NaT']");
        assertThat(np.arrayRepr(times)).isEqualTo("array(['1971-01-01',        'NaT'], dtype='>M8[D]')");
        assertThatThrownBy(() -> times.fill(1.5)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no count of");
        assertThat(np.arange(3, DType.of("m8[s]"))).hasToString("[0 1 2]");
    }

    @Test
    void pointsConvertByTheCalendar() {
        Random random = new Random(9);
        for (int i = 0; i < 500; i++) {
            LocalDate date = LocalDate.ofEpochDay(random.nextLong(-4_000_000, 4_000_000));
            NdArray day = times("M8[D]", date.toEpochDay());
            long month = ChronoUnit.MONTHS.between(LocalDate.EPOCH, date.withDayOfMonth(1));
            assertTimes(day.astype(DType.of(">M8[M]")), ">M8[M]", month);
            assertTimes(day.astype(DType.of("M8[Y]")), "M8[Y]", date.getYear() - 1970);
            assertTimes(day.astype(DType.of("M8[3Y]")), "M8[3Y]", Math.floorDiv(date.getYear() - 1970, 3));
            assertTimes(day.astype(DType.of("M8[5h]")), "M8[5h]", Math.floorDiv(date.toEpochDay() * 24, 5));
            assertTimes(times("M8[M]", month).astype(DType.of("M8[D]")), "M8[D]",
                    date.withDayOfMonth(1).toEpochDay());
            assertTimes(times(">M8[Y]", date.getYear() - 1970).astype(DType.of("M8[25s]")), "M8[25s]",
                    Math.floorDiv(date.withDayOfYear(1).toEpochDay() * 86_400, 25));
        }
    }

    /** A year of a span is 365.2425 days, a month a twelfth of it. */
    @Test
    void spansConvertByTheMeanLengthOfUnits() {
        Random random = new Random(10);
        for (int i = 0; i < 500; i++) {
            long count = random.nextLong(-1_000_000_000, 1_000_000_000);
            BigInteger tenThousandths = BigInteger.valueOf(count).multiply(BigInteger.valueOf(3_652_425));
            assertTimes(times("m8[Y]", count).astype(DType.of("m8[D]")), "m8[D]", floor(tenThousandths, 10_000));
            assertTimes(times("m8[M]", count).astype(DType.of("m8[7h]")), "m8[7h]",
                    floor(tenThousandths.multiply(BigInteger.TWO), 70_000));
            assertTimes(times("m8[s]", count).astype(DType.of("m8[25s]")), "m8[25s]", Math.floorDiv(count, 25));
            assertTimes(times("m8[D]", count).astype(DType.of("m8[W]")), "m8[W]", Math.floorDiv(count, 7));
        }
        assertTimes(times("m8[Y]", NAT).astype(DType.of("m8[D]")), "m8[D]", NAT);
        assertThatThrownBy(() -> times("m8[D]", 1).astype(DType.of("m8[as]"))).isInstanceOf(CastingException.class)
                .hasMessageContaining("by way of a unit between them");
    }

    private static long floor(BigInteger value, long divisor) {
        BigInteger by = BigInteger.valueOf(divisor);
        return value.subtract(value.mod(by)).divide(by).longValueExact();
    }

    @Test
    void numbersAreCounts() {
        assertTimes(np.array(1.7, -1.7, Double.NaN, 1e300).astype(DType.of("m8[s]")), "m8[s]", 1, -1, NAT, NAT);
        NdArray spans = times("m8[s]", 3, NAT, 0);
        assertThat(counts(spans.astype(DType.INT64))).containsExactly(3, NAT, 0);
        assertThat(spans.astype(DType.FLOAT64).getDouble(1)).isEqualTo(-0x1p63);
        assertThat(counts(spans.astype(DType.BOOL).astype(DType.INT64))).containsExactly(1, 1, 0);
        assertTimes(spans.astype(DType.of(">M8[Y]")), ">M8[Y]", 3, NAT, 0);
        assertThatThrownBy(() -> spans.astype(DType.INT64, casting(Casting.SAME_KIND)))
                .isInstanceOf(CastingException.class);
    }

    @Test
    void scaledTimesTakeAnyLayout() {
        NdArray spans = times(">m8[s]", 0, 1, 2, 3, 4, 5, 6, 7).reshape(2, 4).get("::-1, ::2");
        assertTimes(np.multiply(np.array(2.5, -2).reshape(2, 1), spans), "m8[s]", 10, 15, 0, -4);
        assertTimes(np.divide(spans, np.array(new long[]{2, 0})), "m8[s]", 2, NAT, 0, NAT);
        NdArray into = times("m8[s]", 1, 2, 3);
        np.multiply(into.get("1:"), 3, out(into.get(":2")));
        assertTimes(into, "m8[s]", 6, 9, 3);
    }
}
