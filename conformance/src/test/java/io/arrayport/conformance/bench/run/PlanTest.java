package io.arrayport.conformance.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import io.arrayport.conformance.bench.table.BenchCase;
import io.arrayport.conformance.bench.table.CaseTable;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static Selection only(String glob, List<String> families, List<Long> sizes, List<String> dtypes) {
        return new Selection(glob, families, sizes, dtypes, true, true, true, true, false);
    }

    private static final Selection QUICK = new Selection("", List.of(), List.of(), List.of(), true, true, true, true,
            true);

    @Test
    void everythingIsEveryCaseTypeAndSizeOnOneThread() {
        List<Item> items = Plan.warm(Selection.EVERYTHING, 2);
        for (BenchCase each : CaseTable.all()) {
            assertThat(items.stream().filter(item -> item.of().equals(each)).map(Item::dtype).distinct())
                    .as(each.id()).containsExactlyInAnyOrderElementsOf(each.dtypes());
            assertThat(items.stream().filter(item -> item.of().equals(each) && item.threads() == 1).map(Item::n)
                    .distinct()).as(each.id()).containsExactlyInAnyOrderElementsOf(each.sizes());
        }
        assertThat(items).anyMatch(item -> item.threads() == 2).doesNotHaveDuplicates();
        assertThat(Plan.warm(Selection.EVERYTHING, 1)).allMatch(item -> item.threads() == 1);
    }

    @Test
    void furtherTypesHaveTheOutermostSizesOnlyWhenAsked() {
        assertThat(Plan.warm(only("elementwise/add", List.of(), List.of(), List.of("int8")), 1)).extracting(Item::n)
                .containsExactly(1_000L, 100_000L, 1_000_000L);
        assertThat(Plan.warm(only("elementwise/add", List.of(), List.of(10L), List.of("int8")), 1)).hasSize(1);
    }

    @Test
    void oneTableTakesFortyMinutesAtMost() {
        double seconds = Stream.concat(Plan.warm(Selection.EVERYTHING, 2).stream(),
                Plan.cold(Selection.EVERYTHING).stream()).mapToDouble(Pace.of(false)::seconds).sum();
        assertThat(seconds).isLessThan(40 * 60);
    }

    @Test
    void quickRunsHaveEveryFamily() {
        assertThat(Plan.warm(QUICK, 2).stream().map(item -> item.of().family()).distinct())
                .containsExactlyInAnyOrderElementsOf(CaseTable.families());
        double seconds = Stream.concat(Plan.warm(QUICK, 2).stream(), Plan.cold(QUICK).stream())
                .mapToDouble(Pace.of(true)::seconds).sum();
        assertThat(seconds).isLessThan(100);
    }

    @Test
    void coldItemsAreOneOfACase() {
        List<Item> items = Plan.cold(Selection.EVERYTHING);
        assertThat(items).isNotEmpty().allMatch(Item::cold).allMatch(item -> item.of().cold());
        assertThat(items.stream().map(item -> item.of().id())).doesNotHaveDuplicates();
    }

    @Test
    void selectionsNarrowIt() {
        assertThat(Plan.warm(only("add*", List.of("elementwise"), List.of(10L), List.of("float32")), 2))
                .extracting(item -> item.of().name()).containsExactly("add into", "add");
        assertThat(Plan.warm(only("elementwise/add", List.of(), List.of(10L), List.of()), 2))
                .allMatch(item -> item.of().name().equals("add") && item.n() == 10);
        assertThat(Plan.warm(only("a*b + c", List.of(), List.of(10L), List.of("float64")), 2)).hasSize(1);
        assertThat(Plan.warm(only("nothing like it", List.of(), List.of(), List.of()), 2)).isEmpty();
    }

    @Test
    void limitsAreForWarmRowsOnOneThread() {
        BenchCase sum = CaseTable.of("reduction/sum");
        assertThat(Limits.of(new Item(CaseTable.of("elementwise/add into"), "float64", 1_000_000, 1, false)).ratio())
                .isEqualTo(1.1);
        assertThat(Limits.of(new Item(sum, "int32", 100_000, 1, false)).ratio()).isEqualTo(0.7);
        assertThat(Limits.of(new Item(CaseTable.of("exchange/DLPack, there and back"), "float64", 1_000, 1, false))
                .nanos()).isEqualTo(2_000);
        for (Item free : List.of(new Item(sum, "int32", 10, 1, false), new Item(sum, "uint8", 100_000, 1, false),
                new Item(sum, "int32", 100_000, 2, false), new Item(sum, "int32", 100_000, 1, true))) {
            assertThat(Limits.of(free).ratio()).as(free.toString()).isNull();
            assertThat(Limits.of(free).nanos()).isNull();
        }
    }

    @Test
    void quartilesLieBetweenTheirNeighbours() {
        Sample sample = new Sample(List.of(5.0, 1.0, 2.0, 4.0, 3.0));
        assertThat(sample.median()).isEqualTo(3);
        assertThat(sample.low()).isEqualTo(2);
        assertThat(sample.high()).isEqualTo(4);
        assertThat(sample.spread()).isEqualTo(0.6667);
        assertThat(new Sample(List.of(1.0, 2.0)).median()).isEqualTo(1.5);
    }
}
