package io.arrayport.conformance.parity;

import static io.arrayport.core.Np.np;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

import io.arrayport.conformance.golden.CaseResult;
import io.arrayport.conformance.golden.Outcome;
import io.arrayport.conformance.rules.Glob;
import io.arrayport.conformance.rules.Rules;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.kernel.Simd;
import io.arrayport.core.memory.Device;
import io.arrayport.interop.cli.Json;
import io.arrayport.interop.cli.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code arrayport parity}: NumPy's public API against this library, by what NumPy itself answered. */
@Command(name = "parity", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "Runs the golden cases, calls whose answers NumPy wrote down, and counts by module which of NumPy's names are"
                + " present: a name is, once passing cases cover each of its parameters, each kind of element type it"
                + " accepts, 0-d, empty and strided arrays, and an error.",
        "A case passes, fails, fails as known.txt says it does, or is missing: it asks for something that is not there"
                + " yet."}, footer = {"", "What to do next:      arrayport parity --missing --module numpy",
                        "One name:             arrayport parity --name \"nan*\"",
                        "One group of cases:   arrayport parity --case \"ufunc:add/*\"",
                        "After every change:   arrayport parity --update-docs",
                        "Exit codes: 0 nothing fails unexpectedly; 1 something does, or a case passes that is listed as"
                                + " known, or a line of excluded.txt or known.txt matches nothing; 2 an argument is"
                                + " wrong."})
final class ParityCommand implements Callable<Integer> {
    private static final int SHOWN = 20;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--module", paramLabel = "NAME", split = ",", description = "only these modules (numpy.linalg)")
    private List<String> modules = List.of();

    @Option(names = "--missing", description = "say what the names that are not there lack, those together that"
            + " lack the same")
    private boolean missing;

    @Option(names = "--name", paramLabel = "GLOB", description = "the same of names that match only; * and ? stand for"
            + " anything")
    private @Nullable String name;

    @Option(names = "--failed", description = "list all cases that fail, each with what came and what was wanted")
    private boolean failed;

    @Option(names = "--case", paramLabel = "GLOB", description = "run only cases whose id (category:id) matches, and"
            + " list those that do not pass")
    private @Nullable String glob;

    @Option(names = "--json", description = "print JSON: {\"modules\": [{\"name\", \"names\", \"present\","
            + " \"excluded\", \"cases\", \"passed\", \"failed\", \"known\"}]}")
    private boolean json;

    @Option(names = "--update-docs", description = "write docs/parity.md and"
            + " docs/numpy-to-java.md anew")
    private boolean update;

    @Option(names = "--device", paramLabel = "DEVICE", description = "put the cases to cuda:0, arrays and all, and"
            + " count what it does not compute by name; without a GPU, in a checkout, its emulator is built and used")
    private @Nullable String device;

    private final Function<Consumer<String>, Parity> run;

    ParityCommand() {
        this(ParityRun::all);
    }

    /** @param run gives the account; it is told whom to tell of its progress */
    ParityCommand(Function<Consumer<String>, Parity> run) {
        this.run = run;
    }

    /** What {@code --json} prints. */
    record Report(List<ModuleParity> modules) {}

    @Override
    public Integer call() throws IOException {
        // What is compared is small: without this, scalar twins would compute all of it.
        System.setProperty(Simd.PROPERTY, "always");
        PrintWriter out = spec().commandLine().getOut();
        if (device != null) {
            return onDevice(out, device);
        }
        if (glob != null) {
            return cases(out, Glob.of(glob));
        }
        Parity parity;
        try (Progress progress = new Progress("parity")) {
            parity = run.apply(progress);
        }
        requireKnown(parity);
        Predicate<String> wanted = module -> modules.isEmpty() || modules.contains(module);
        if (update) {
            Pages.write(ParityPage.text(parity), home().resolve("docs/parity.md"));
            Pages.write(NamesPage.text(parity), home().resolve("docs/numpy-to-java.md"));
        }
        List<ModuleParity> figures = parity.figures().stream().filter(module -> wanted.test(module.name())).toList();
        if (json) {
            Json.print(out, new Report(figures));
        } else if (missing || name != null) {
            out.print(lacks(parity, wanted));
        } else {
            out.print(ParityText.table(figures));
        }
        return verdict(out, parity);
    }

    /** What is wrong goes to standard error, so that it is no part of the answer. */
    private int verdict(PrintWriter out, Parity parity) {
        out.flush();
        PrintWriter err = spec().commandLine().getErr();
        List<CaseResult> failures = parity.failures();
        if (failed) {
            failures.forEach(result -> out.println(ParityText.line(result)));
            out.flush();
        }
        if (!failures.isEmpty()) {
            err.println("parity: " + failures.size() + " cases fail that are not known to"
                    + (failed ? "" : "; --failed lists them"));
        }
        List<CaseResult> surprises = parity.surprises();
        surprises.stream().limit(SHOWN).forEach(result -> err.println(
                "parity: " + result.id() + " passes; take it out of known.txt"));
        if (surprises.size() > SHOWN) {
            err.println("parity: and " + (surprises.size() - SHOWN) + " more that known.txt lists pass");
        }
        List<String> complaints = parity.complaints();
        complaints.forEach(complaint -> err.println("parity: " + complaint));
        err.flush();
        return failures.isEmpty() && surprises.isEmpty() && complaints.isEmpty() ? 0 : 1;
    }

    private int cases(PrintWriter out, Glob wanted) {
        if (json || missing || name != null || update || !modules.isEmpty()) {
            throw new ArrayportException(
                    "--case runs some cases only, which say nothing about names; leave the other options out");
        }
        List<CaseResult> results;
        try (Progress progress = new Progress("parity")) {
            results = ParityRun.cases(wanted, progress);
        }
        if (results.isEmpty()) {
            throw new ArrayportException("no case's id matches '" + wanted.text() + "'; ids are category:id, as in"
                    + " 'ufunc:add/*'");
        }
        Rules known = Rules.load(Parity.class, "known.txt");
        int bad = 0;
        int passed = 0;
        for (CaseResult result : results) {
            boolean expected = known.about(result.id()).isPresent();
            boolean passes = result.outcome() == Outcome.PASSED;
            bad += passes && expected || result.outcome() == Outcome.FAILED && !expected ? 1 : 0;
            passed += passes ? 1 : 0;
            if (!passes || expected) {
                out.println((expected ? "known, " : "") + result.outcome().name().toLowerCase(Locale.ROOT) + "  "
                        + ParityText.line(result));
            }
        }
        out.println(passed + " of " + results.size() + " cases pass");
        out.flush();
        return bad == 0 ? 0 : 1;
    }

    private int onDevice(PrintWriter out, String wanted) {
        if (!wanted.matches("cuda:[0-9]{1,3}") || json || missing || name != null || update || !modules.isEmpty()) {
            throw new ArrayportException("--device is cuda:0, and goes together with --case and --failed only");
        }
        String home = System.getProperty("arrayport.home");
        String found = CudaHere.ready(home == null ? null : Path.of(home), System.getProperty("java.class.path"));
        DeviceParity parity;
        try (Progress progress = new Progress("parity")) {
            parity = DeviceParity.run(Device.cuda(Integer.parseInt(wanted.substring("cuda:".length()))),
                    Glob.of(glob == null ? "*" : glob), 1, progress);
        }
        out.println(found);
        out.print(parity.text());
        parity.failures().stream().limit(failed || glob != null ? Long.MAX_VALUE : SHOWN)
                .forEach(result -> out.println("failed  " + ParityText.line(result)));
        if (glob == null) {
            parity.idle().forEach(line -> out.println("nothing fails for it here  " + line));
        }
        out.flush();
        return parity.failures().isEmpty() ? 0 : 1;
    }

    private String lacks(Parity parity, Predicate<String> wanted) {
        Predicate<String> names = name == null ? _ -> true : Glob.of(name);
        String text = new Lacks(parity, np::has).text(wanted, names);
        if (!text.isEmpty()) {
            return text;
        }
        long asked = parity.modules().entrySet().stream().filter(module -> wanted.test(module.getKey()))
                .flatMap(module -> module.getValue().stream()).filter(member -> names.test(member.name().name()))
                .count();
        if (asked == 0 && name != null) {
            throw new ArrayportException("NumPy has no name like '" + name + "' there; names are NumPy's own, without"
                    + " their module");
        }
        return "Names asked for: " + asked + ", all present or excluded." + System.lineSeparator();
    }

    private void requireKnown(Parity parity) {
        for (String module : modules) {
            if (!parity.modules().containsKey(module)) {
                throw new ArrayportException("there is no module '" + module + "'; there are "
                        + String.join(", ", parity.modules().keySet()));
            }
        }
    }

    private Path home() {
        String home = System.getProperty("arrayport.home");
        if (home == null) {
            throw new ArrayportException(
                    "--update-docs works in a checkout only, from its ./arrayport, which says where it lies");
        }
        return Path.of(home);
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec);
    }
}
