package io.arrayport.conformance.fuzz;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;

import io.arrayport.conformance.fuzz.cases.Families;
import io.arrayport.interop.cli.Json;
import io.arrayport.interop.cli.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code arrayport fuzz}: damaged descriptors, by the million. */
@Command(name = "fuzz", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "Gives damaged descriptors to every importer, in processes of their own: DLPack tensors, the structs of Arrow's"
                + " C interfaces, Arrow's files and streams, NumPy's files; every field, and files cut off at each"
                + " byte.",
        "Each is refused with the name of the field that is wrong, or taken and read to the last byte. Buffers lie"
                + " between pages that nobody may touch: one byte read outside of them ends the process, which is"
                + " reported. Pointers to anywhere, and lengths beyond what is there, are not tried: nobody can see"
                + " that they are."}, footer = {"", "All of it, some minutes: arrayport fuzz --count 1000000",
                        "One case again:          arrayport fuzz --family dlpack --seed 1 --case 4711",
                        "Exit codes: 0 all is as it has to be; 1 something is not, and is printed; 2 an argument is"
                                + " wrong."})
final class FuzzCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--count", paramLabel = "N", defaultValue = "100000", description = "cases of each"
            + " family; default ${DEFAULT-VALUE}")
    private long count;

    @Option(names = "--family", paramLabel = "NAME", split = ",", description = "these families only: dlpack,"
            + " arrow-c, arrow-stream, arrow-ipc, npy")
    private @Nullable List<String> families;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "the cases follow from it;"
            + " default ${DEFAULT-VALUE}")
    private long seed;

    @Option(names = "--case", paramLabel = "N", description = "this case alone, with its stack where it is wrong")
    private @Nullable Long only;

    @Option(names = "--workers", paramLabel = "N", description = "processes at once; default one a core")
    private @Nullable Integer workers;

    @Option(names = "--json", description = "print JSON: {\"families\": [{\"family\", \"cases\", \"cuts\","
            + " \"everyCut\", \"refused\", \"read\", \"taken\", \"seconds\", \"complaints\": [{\"family\", \"seed\","
            + " \"index\", \"what\"}]}]}")
    private boolean json;

    /** What {@code --json} prints. */
    record Report(List<Tally> families) {
        Report {
            families = List.copyOf(families);
        }
    }

    @Override
    public Integer call() {
        Campaign campaign = campaign();
        List<Tally> tallies;
        try (Progress progress = new Progress("fuzz")) {
            tallies = campaign.run(progress);
        }
        PrintWriter out = spec().commandLine().getOut();
        if (json) {
            Json.print(out, new Report(tallies));
        } else {
            out.printf("%-13s %9s %17s %9s %9s %9s %8s%n", "family", "cases", "cut off", "refused", "read", "taken",
                    "seconds");
            for (Tally tally : tallies) {
                out.printf(Locale.ROOT, "%-13s %9d %17s %9d %9d %9d %8.1f%n", tally.family(), tally.cases(),
                        tally.cuts() + " of " + tally.everyCut(), tally.refused(), tally.read(), tally.taken(),
                        tally.seconds());
            }
        }
        out.flush();
        List<Complaint> complaints = tallies.stream().flatMap(tally -> tally.complaints().stream()).toList();
        complaints.forEach(complaint -> spec().commandLine().getErr().println("fuzz: " + complaint));
        spec().commandLine().getErr().flush();
        return complaints.isEmpty() ? 0 : 1;
    }

    private Campaign campaign() {
        List<String> known = Families.ALL.stream().map(Families.Named::name).toList();
        List<String> wanted = families == null ? known : families;
        for (String family : wanted) {
            require(Families.named(family).isPresent(),
                    "no family " + family + "; there are " + String.join(", ", known));
        }
        int processes = workers == null ? Runtime.getRuntime().availableProcessors() : workers;
        require(count > 0 && processes > 0, "--count and --workers are at least 1");
        require(only == null || wanted.size() == 1, "--case is one of a family: name it by --family");
        return only == null ? new Campaign(wanted, seed, 0, count, processes, false)
                : new Campaign(wanted, seed, only, 1, 1, true);
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ParameterException(spec().commandLine(), "fuzz: " + otherwise);
        }
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec);
    }
}
