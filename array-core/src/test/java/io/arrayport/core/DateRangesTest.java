package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.dtype;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Time;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.dtype.TimeUnit;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Settled;
import org.junit.jupiter.api.Test;

/** Java's dates and times as elements. */
final class DateRangesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 27);

    @Test
    void daysFollowOneAnother() {
        assertThat(np.arange(DAY, DAY.plusDays(3)).repr())
                .isEqualTo("array(['2026-02-27', '2026-02-28', '2026-03-01'], dtype='datetime64[D]')");
        assertThat(np.arange(DAY, DAY.plusDays(15), Duration.ofDays(7)).str())
                .isEqualTo("['2026-02-27' '2026-03-06' '2026-03-13']");
        assertThat(np.arange(DAY, DAY.plusDays(1), Duration.ofHours(12)).dtype()).hasToString("datetime64[us]");
        NdArray hours = np.arange(DAY.atStartOfDay(), DAY.atTime(3, 0), Duration.ofMinutes(90));
        assertThat(((Time) hours.item(1)).toLocalDateTime()).isEqualTo(DAY.atTime(1, 30));
        assertThat(hours.size()).isEqualTo(2);
        assertThat(np.arange(DAY, DAY).size()).isZero();
        assertThatThrownBy(() -> np.arange(DAY, DAY.plusDays(1), Duration.ZERO)).hasMessageContaining("never ends");
    }

    @Test
    void listsHoldDatesAndTimes() {
        LocalDateTime noon = DAY.atTime(12, 0);
        assertThat(np.array(List.of(DAY, DAY.minusDays(1))).repr())
                .isEqualTo("array(['2026-02-27', '2026-02-26'], dtype='datetime64[D]')");
        assertThat(np.array(List.of(DAY, noon)).dtype()).hasToString("datetime64[us]");
        NdArray seconds = np.array(List.of(List.of(DAY), List.of(noon)), dtype(DType.of("M8[h]")));
        assertThat(seconds.str()).isEqualTo("[['2026-02-27T00']\n ['2026-02-27T12']]");
        assertThat(np.array(List.of(Duration.ofSeconds(-1, -500_000))).tolist())
                .isEqualTo(List.of(new Time(TimeType.timedelta64(TimeUnit.MICROSECOND), -1_000_500)));
        NdArray back = np.array(List.of(seconds.item(0, 0), seconds.item(1, 0)));
        assertThat(back.dtype()).isEqualTo(seconds.dtype());
        assertThat(np.fromiter(List.of(DAY, noon), DType.of("M8[D]")).str()).isEqualTo("['2026-02-27' '2026-02-27']");
    }

    @Test
    void timesAreNoNumbers() {
        Ledger.Counts before = Settled.counts();
        assertThatThrownBy(() -> np.array(List.of(DAY, 1))).isInstanceOf(DTypeException.class);
        assertThatThrownBy(() -> np.array(List.of(DAY), dtype(np.int64))).isInstanceOf(CastingException.class)
                .hasMessageContaining("2026-02-27 is no value of int64");
        assertThatThrownBy(() -> np.array(List.of(DAY), dtype(DType.of("m8[D]")))).isInstanceOf(CastingException.class);
        assertThat(Ledger.counts()).isEqualTo(before);
    }
}
