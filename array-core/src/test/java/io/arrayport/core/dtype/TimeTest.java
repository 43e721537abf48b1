package io.arrayport.core.dtype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTest {
    private static Time time(String type, long count) {
        return new Time((TimeType) DType.of(type), count);
    }

    @Test
    void theCalendarIsJavas() {
        Random random = new Random(4);
        for (int i = 0; i < 20_000; i++) {
            long day = i < 2000 ? i - 1000 : random.nextLong(-300_000_000_000L, 300_000_000_000L);
            LocalDate date = LocalDate.ofEpochDay(day);
            long month = ChronoUnit.MONTHS.between(LocalDate.EPOCH.withDayOfMonth(1), date.withDayOfMonth(1));
            assertThat(Calendar.monthOfDay(day)).as("%s", date).isEqualTo(month);
            assertThat(Calendar.dayOfMonth(month)).isEqualTo(date.withDayOfMonth(1).toEpochDay());
        }
    }

    /** numpy's str of the scalars. */
    @ParameterizedTest
    @CsvSource({"M8[Y],-1,1969", "M8[Y],-1965,0005", "M8[M],1000,2053-05", "M8[3M],-1,1969-10", "M8[W],1000,1989-03-02",
            "M8[D],-1,1969-12-31", "M8[D],9223372036854775807,25252734927768524-07-27", "M8[h],-1,1969-12-31T23",
            "M8[m],123456789,2204-09-24T21:09", "M8[25s],-1,1969-12-31T23:59:35",
            "M8[ns],9223372036854775807,2262-04-11T23:47:16.854775807",
            "M8[as],-9223372036854775807,1969-12-31T23:59:50.776627963145224193",
            "M8[s],-9223372036854775807,-292277022657-01-27T08:29:53", "M8[2W],9223372036854775807,1969-12-18",
            "m8[25s],-3,-75 seconds", "m8[us],7,7 microseconds", "m8,7,7 generic time units",
            "m8[2M],9223372036854775807,-2 months", "m8[s],-9223372036854775808,NaT", "M8,-9223372036854775808,NaT"})
    void textsAreNumpys(String type, long count, String text) {
        assertThat(time(type, count)).hasToString(text);
    }

    @Test
    void pointsAreJavaTimes() {
        assertThat(time("M8[Y]", -70).toLocalDateTime()).isEqualTo(LocalDateTime.of(1900, 1, 1, 0, 0));
        assertThat(time("M8[7M]", -1).toLocalDateTime()).isEqualTo(LocalDateTime.of(1969, 6, 1, 0, 0));
        assertThat(time("M8[W]", 1).toLocalDateTime()).isEqualTo(LocalDateTime.of(1970, 1, 8, 0, 0));
        assertThat(time("M8[25s]", -1).toLocalDateTime()).isEqualTo(LocalDateTime.of(1969, 12, 31, 23, 59, 35));
        assertThat(time("M8[ps]", -1).toLocalDateTime())
                .isEqualTo(LocalDateTime.of(1969, 12, 31, 23, 59, 59, 999_999_999));
        assertThat(time("M8[ms]", 1500).toLocalDateTime()).isEqualTo("1970-01-01T00:00:01.500");
    }

    @Test
    void spansAreJavaDurations() {
        assertThat(time("m8[25s]", -3).toDuration()).isEqualTo(Duration.ofSeconds(-75));
        assertThat(time("m8[D]", 2).toDuration()).isEqualTo(Duration.ofDays(2));
        assertThat(time("m8[us]", -1).toDuration()).isEqualTo(Duration.ofNanos(-1000));
        assertThat(time("m8[as]", 2_500_000_000L).toDuration()).isEqualTo(Duration.ofNanos(2));
        assertThat(time("m8[ns]", Long.MAX_VALUE).toDuration()).isEqualTo(Duration.ofNanos(Long.MAX_VALUE));
    }

    @Test
    void whatJavaHasNoTimeForIsRefused() {
        for (Time none : new Time[]{time("M8[s]", TimeType.NAT), time("M8", 1), time("m8[s]", 1),
                time("M8[Y]", 1L << 40), time("M8[Y]", Long.MAX_VALUE), time("M8[W]", Long.MAX_VALUE)}) {
            assertThatThrownBy(none::toLocalDateTime).isInstanceOf(DateTimeException.class);
        }
        for (Time none : new Time[]{time("m8[s]", TimeType.NAT), time("m8", 1), time("M8[s]", 1), time("m8[M]", 1),
                time("m8[W]", Long.MAX_VALUE)}) {
            assertThatThrownBy(none::toDuration).isInstanceOf(DateTimeException.class)
                    .hasMessageContaining("toDuration");
        }
    }
}
