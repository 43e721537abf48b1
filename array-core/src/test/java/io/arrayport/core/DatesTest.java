package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.busdaycal;
import static io.arrayport.core.Options.dtype;
import static io.arrayport.core.Options.out;
import static io.arrayport.core.Options.roll;
import static io.arrayport.core.Options.shape;
import static io.arrayport.core.Options.weekmask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.ndarray.Busdaycalendar;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Roll;
import io.arrayport.core.testing.Settled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Points in time from text and from Java's own, and business days against a calendar that is walked day by day. */
final class DatesTest {
    private static final Set<DayOfWeek> WORK = Set.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.SATURDAY);

    @ParameterizedTest
    @CsvSource({"2026,M8[Y],2026", "1969-12,M8[M],1969-12", "2024-02-29,M8[D],2024-02-29",
            "2024-02-29T23,M8[h],2024-02-29T23", "2024-02-29 23:59,M8[m],2024-02-29T23:59",
            "1900-01-01T00:00:01,M8[s],1900-01-01T00:00:01",
            "1969-12-31T23:59:59.5,M8[ms],1969-12-31T23:59:59.500",
            "2000-01-01T00:00:00.123456789,M8[ns],2000-01-01T00:00:00.123456789", "NaT,M8,NaT"})
    void textIsReadAsFarAsItGoes(String text, String type, String written) {
        try (NdArray time = np.datetime64(text)) {
            assertThat(time.dtype()).isEqualTo(DType.of(type));
            assertThat(time.str()).isEqualTo(written);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-02-29", "2024-13", "24-01-01", "2024-01-01T24", "2024-01-01T10:61", "now", "2024-1-1",
            "2200000000-01-01T00:00:00.000000001"})
    void whatIsNoTimeIsRefused(String text) {
        assertThatThrownBy(() -> np.datetime64(text)).isInstanceOf(DateTimeException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @Test
    void textsTakeTheShortestUnit() {
        try (NdArray times = np.datetime64(List.of("2024-01", "NaT", "2024-01-02T03:04"))) {
            assertThat(times.dtype()).isEqualTo(DType.of("M8[m]"));
            assertThat(times.str()).isEqualTo("['2024-01-01T00:00'              'NaT' '2024-01-02T03:04']");
        }
    }

    @Test
    void stringsSayTheUnitWhereTheTypeDoesNot() {
        DType points = DType.of("M8");
        NdArray words = np.array(List.of("2020", "NaT", "2021-05-01T07"));
        assertThat(words.astype(points).dtype()).isEqualTo(DType.of("M8[h]"));
        assertThat(words.get("::-2").astype(points).str()).isEqualTo("['2021-05-01T07' '2020-01-01T00']");
        assertThat(words.astype(DType.of("S13")).astype(DType.of(">M8")).dtype()).isEqualTo(DType.of("M8[h]"));
        assertThat(np.array(List.of("NaT", "")).astype(points).dtype()).isEqualTo(points);
        assertThat(np.loadtxt(List.of("2020-01 2021"), dtype(points)).str()).isEqualTo("['2020-01' '2021-01']");
        Ledger.Counts before = Settled.counts();
        NdArray wrong = np.array(List.of("2020", "x"));
        assertThatThrownBy(() -> wrong.get("::-1").astype(points)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'x' is no time");
        wrong.close();
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    @Test
    void javasOwnTimesComeBack() {
        LocalDateTime before = LocalDateTime.of(1955, 11, 5, 6, 15, 0, 123_456_789);
        try (NdArray day = np.datetime64(LocalDate.of(1955, 11, 5)); NdArray time = np.datetime64(before)) {
            assertThat(day.str()).isEqualTo("1955-11-05");
            assertThat(time.str()).isEqualTo("1955-11-05T06:15:00.123456");
        }
    }

    @Test
    void businessDaysAreThoseOfACalendarWalkedDayByDay() {
        Random random = new Random(11);
        List<LocalDate> free = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            free.add(LocalDate.of(2024, 1, 1).plusDays(random.nextInt(400) - 200));
        }
        try (NdArray holidays = np.datetime64(free.stream().map(LocalDate::toString).toList())) {
            Busdaycalendar calendar = np.busdaycalendar("Mon Wed Sat", holidays);
            for (int i = 0; i < 300; i++) {
                LocalDate from = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(300) - 150);
                int days = random.nextInt(81) - 40;
                try (NdArray start = np.datetime64(from);
                        NdArray moved = np.busdayOffset(start, days, roll(Roll.FORWARD), busdaycal(calendar));
                        NdArray count = np.busdayCount(start, moved, busdaycal(calendar))) {
                    assertThat(moved.str()).as(from + " and " + days).isEqualTo(walked(from, days, free).toString());
                    assertThat(Math.abs(count.toLong())).as(from + " and " + days).isBetween((long) Math.abs(days) - 1,
                            (long) Math.abs(days) + 1);
                }
            }
        }
    }

    private static LocalDate walked(LocalDate from, int days, List<LocalDate> free) {
        LocalDate day = from;
        while (!works(day, free)) {
            day = day.plusDays(1);
        }
        for (int left = Math.abs(days); left > 0;) {
            day = day.plusDays(days < 0 ? -1 : 1);
            left -= works(day, free) ? 1 : 0;
        }
        return day;
    }

    private static boolean works(LocalDate day, List<LocalDate> free) {
        return WORK.contains(day.getDayOfWeek()) && !free.contains(day);
    }

    @Test
    void whatIsNoBusinessDayIsAnErrorUnlessTold() {
        try (NdArray sunday = np.datetime64(List.of("2024-03-03")); NdArray mask = np.zeros(shape(1), np.bool)) {
            assertThat(np.isBusday(sunday, weekmask("Sun"), out(mask))).isSameAs(mask);
            assertThat(mask.getBoolean(0)).isTrue();
            assertThatThrownBy(() -> np.busdayOffset(sunday, 1)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("say with roll(...)");
            assertThatThrownBy(() -> np.isBusday(sunday, weekmask("Mun"))).hasMessageContaining("'Mun'");
            assertThatThrownBy(() -> np.isBusday(sunday, weekmask("Mon"), busdaycal(np.busdaycalendar())))
                    .isInstanceOf(ArrayportException.class).hasMessageContaining("busdaycal");
            try (NdArray wrong = np.zeros(shape(2), np.bool)) {
                assertThatThrownBy(() -> np.isBusday(sunday, out(wrong))).isInstanceOf(ShapeException.class);
            }
        }
    }
}
