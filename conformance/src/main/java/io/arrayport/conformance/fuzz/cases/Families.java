package io.arrayport.conformance.fuzz.cases;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The families by name. */
public final class Families {
    /** In the order of a run. */
    public static final List<Named> ALL = List.of(new Named("dlpack", DlpackCases::new),
            new Named("arrow-c", ArrowCases::new), new Named("arrow-stream", StreamCases::new),
            new Named("arrow-ipc", FileCases::new), new Named("npy", NpyCases::new));

    /** One that goes wrong in every way, to see that it is seen. */
    public static final Named TRAP = new Named("trap", Trap::new);

    private Families() {}

    /** @param maker makes one, in the process that will run it */
    public record Named(String name, Supplier<Family> maker) {}

    /** The family of that name, the trap among them. */
    public static Optional<Named> named(String name) {
        return Stream.concat(ALL.stream(), Stream.of(TRAP)).filter(family -> family.name().equals(name)).findFirst();
    }
}
