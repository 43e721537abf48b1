package io.arrayport.conformance.parity;

import static io.arrayport.core.Np.np;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.arrayport.conformance.rules.Rules;

/** {@code docs/numpy-to-java.md}: each name of NumPy's, how Java writes it, and what differs. */
final class NamesPage {
    private static final String INTRODUCTION = """
            # From NumPy to Java

            Written by `./arrayport parity --update-docs`; a test fails where this page is not what the command would
            write. `np.forms("sum")` says the same of one name.

            - Names are NumPy's in camelCase; Java's reserved words take an underscore: `np.float_`.
            - Options, which Python gives by keyword, stand in brackets: values made by functions of their names, with
              `import static io.arrayport.core.Options.*`, in any order: `np.sum(a, axis(1), keepdims(true))`.
              Those that only say that something is wanted take no value: `np.unique(a, returnCounts())`;
              `axis=None` is `allAxes()`. *ufunc options* are `out`, `where`, `casting`, `order` and `dtype`.
            - A slash stands between types that a parameter may have. What is returned is an array unless `->` says
              something else; the caller owns it, or the scope in which it was made.
            - Numbers are as weak as in Python: `np.add(a, 1)` keeps the type of `a`.
            - *Not there yet* is said of names that NumPy has and Java has not; what is left out by decision has its
              reason.

            """;
    private static final String UFUNC_OPTIONS = "[out, where, casting, order, dtype]";
    private static final String ARRAY = "numpy.ndarray.";

    private final Parity parity;
    private final Rules differences;

    private NamesPage(Parity parity, Rules differences) {
        this.parity = parity;
        this.differences = differences;
    }

    static String text(Parity parity) {
        return new NamesPage(parity, Rules.load(Parity.class, "differences.txt")).text();
    }

    /** The lines of the file of differences that are about no name. */
    static List<String> complaints(Parity parity) {
        return Rules.load(Parity.class, "differences.txt").idle(parity.modules().values().stream().flatMap(List::stream)
                .map(name -> name.name().full()).toList());
    }

    private String text() {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        parity.modules().forEach((module, names) -> {
            if (names.stream().anyMatch(parity::isPresent)) {
                page.append("## `").append(module).append("`\n\n| NumPy | Java | what differs |\n|---|---|---|\n");
                names.forEach(name -> row(page, name));
                page.append('\n');
            }
        });
        page.append("## Methods of the array\n\n| NumPy | Java |\n|---|---|\n");
        members().forEach(member -> page.append("| `").append(member).append("` | ")
                .append(java(np.forms("ndarray." + member))).append(" |\n"));
        return page.toString();
    }

    /** What the array's own cases are about: its requirements say which methods it has. */
    private List<String> members() {
        return parity.modules().getOrDefault("numpy", List.of()).stream()
                .filter(name -> ARRAY.equals(name.name().full() + "."))
                .flatMap(name -> name.name().requires().stream())
                .filter(requirement -> requirement.startsWith("member:"))
                .map(requirement -> requirement.substring("member:".length())).sorted().toList();
    }

    private void row(StringBuilder page, NameParity name) {
        page.append("| `").append(name.name().name()).append("` | ").append(java(np.forms(name.name().called())))
                .append(" | ").append(String.join("; ", differences(name))).append(" |\n");
    }

    private static String java(List<String> forms) {
        return forms.isEmpty() ? ""
                : forms.stream().map(form -> "`" + form.replace(UFUNC_OPTIONS, "[ufunc options]") + "`")
                        .collect(Collectors.joining("<br>"));
    }

    private Set<String> differences(NameParity name) {
        Set<String> texts = new LinkedHashSet<>();
        if (name.exclusion() != null) {
            texts.add("left out: " + name.exclusion().reason());
        } else if (!parity.isPresent(name) && !np.has(name.name().called())) {
            texts.add("*not there yet*");
        } else if (!parity.isPresent(name)) {
            texts.add("*in part*");
        }
        differences.about(name.name().full()).ifPresent(rule -> texts.add(rule.reason()));
        return texts;
    }
}
