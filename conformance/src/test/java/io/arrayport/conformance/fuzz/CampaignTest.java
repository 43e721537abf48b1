package io.arrayport.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.arrayport.conformance.fuzz.cases.Families;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A small run of {@code arrayport fuzz}: the millions are its own. */
@Tag("vector-only") // What is refused is refused with any kernels
class CampaignTest {
    private static final long CASES = 10_000;

    private static List<Tally> run(String family, long first, long count, int workers) {
        return new Campaign(List.of(family), 20_267, first, count, workers, false).run(_ -> {});
    }

    @Test
    void everyFamilyIsRefusedWithTheNameOfTheFieldOrReadToTheLastByte() {
        for (Families.Named family : Families.ALL) {
            Tally tally = run(family.name(), 0, CASES, 2).getFirst();
            assertThat(tally.complaints()).isEmpty();
            assertThat(tally.refused() + tally.read() + tally.taken()).isEqualTo(CASES);
            // Were either of them rare, the damage would not be testing what it should
            assertThat(tally.refused()).as("refused, %s", tally).isGreaterThan(CASES / 10);
            assertThat(tally.read()).as("read, %s", tally).isGreaterThan(CASES / 10);
        }
    }

    @Test
    void aByteReadOutsideABufferEndsTheWorkerAndTheCaseIsNamed() {
        Tally tally = run("trap", 0, 1000, 1).getFirst();
        assertThat(tally.complaints()).extracting(Complaint::index).containsExactly(400L, 800L);
        assertThat(tally.complaints()).allSatisfy(complaint -> assertThat(complaint.what()).contains("died",
                "SIGSEGV"));
        assertThat(tally.complaints().getFirst()).asString()
                .contains("again: ./arrayport fuzz --family trap --seed 20267 --case 400");
        assertThat(tally.read()).as("all others").isEqualTo(998);
    }

    @Test
    void whatGoesWrongAndWhatIsLeftOverIsSaid() {
        assertThat(run("trap", 1200, 1, 1).getFirst().complaints()).singleElement().asString()
                .contains("trap, seed 20267, case 1200: the trap of this name; the case: a trap");
        assertThat(run("trap", 1600, 1, 1).getFirst().complaints()).singleElement().asString()
                .contains("left over", "exports=1");
    }

    @Test
    void aCaseIsTheSameAloneAsAmongAll() {
        Tally all = run("dlpack", 0, 4000, 2).getFirst();
        long refused = 0;
        for (long first = 0; first < 4000; first += 1000) {
            refused += run("dlpack", first, 1000, 1).getFirst().refused();
        }
        assertThat(refused).isEqualTo(all.refused());
    }
}
