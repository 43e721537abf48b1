package io.arrayport.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.arrayport.core.ufunc.Chapter;
import io.arrayport.core.ufunc.Product;
import io.arrayport.core.ufunc.Products;
import io.arrayport.core.ufunc.UFunc;

/** Writes the part of {@link Np} that follows from the table of ufuncs: a class of fields, an interface per chapter. */
final class UfuncFacade {
    private static final String FROM = "Generated from io.arrayport.core.ufunc.Ufuncs by UfuncFacadeTest: change the"
            + " table, not this.";

    private static final int WIDTH = 120;

    private UfuncFacade() {}

    /** A ufunc under one of its names. */
    record Entry(String name, UFunc row, boolean isProduct) {
        static Stream<Entry> of(UFunc row) {
            return Stream.concat(Stream.of(row.name()), row.aliases().stream())
                    .map(name -> new Entry(Names.java(name), row, false));
        }

        static Entry of(Product product) {
            return new Entry(Names.java(product.name()), product.row(), true);
        }

        String type() {
            return isProduct ? (isVecdot() ? "Vecdot" : "Product") + "Ufunc"
                    : (row.nin() == 1 ? "Unary" : "Binary") + (isPair() ? "Pair" : "") + "Ufunc";
        }

        boolean isVecdot() {
            return row.equals(Products.VECDOT.row());
        }

        boolean isPair() {
            return row.nout() == 2;
        }

        String option() {
            return isProduct ? (isVecdot() ? "Vecdot" : "Product") + "Option" : isPair() ? "PairOption" : "UfuncOption";
        }

        String constant() {
            return (isProduct ? "Products." : "Ufuncs.") + row.name().toUpperCase(Locale.ROOT);
        }

        String doc() {
            return row.doc() + (name.equals(Names.java(row.name())) ? "" : " Another name of {@link #"
                    + Names.java(row.name()) + "}.");
        }
    }

    /** Returns the sources by class name. */
    static Map<String, String> sources(List<UFunc> table) {
        List<Entry> entries = Stream
                .concat(table.stream().flatMap(Entry::of), Products.ALL.stream().map(Entry::of))
                .sorted(Comparator.comparing(Entry::name)).toList();
        Map<String, String> sources = new LinkedHashMap<>();
        List<Chapter> chapters = entries.stream().map(entry -> entry.row().chapter()).distinct().sorted().toList();
        sources.put("UfuncFields", fields(entries, chapters));
        for (Chapter chapter : chapters) {
            sources.put(interfaceOf(chapter), methods(chapter,
                    entries.stream().filter(entry -> entry.row().chapter() == chapter).toList()));
        }
        return sources;
    }

    private static String interfaceOf(Chapter chapter) {
        String name = chapter.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT) + "Ufuncs";
    }

    private static String fields(List<Entry> entries, List<Chapter> chapters) {
        List<String> lines = new ArrayList<>(List.of("package io.arrayport.core;", "",
                entries.stream().map(entry -> "import io.arrayport.core.ndarray." + entry.type() + ";").distinct()
                        .sorted().collect(Collectors.joining("\n")),
                "import io.arrayport.core.ufunc.Products;", "import io.arrayport.core.ufunc.Ufuncs;", "", "// " + FROM,
                "/** The fields of {@link Np} that compute element by element. */",
                "public abstract sealed class UfuncFields extends Constants", "        implements",
                chapters.stream().map(chapter -> "            " + interfaceOf(chapter))
                        .collect(Collectors.joining(",\n")),
                "        permits Np {"));
        for (Entry entry : entries) {
            lines.add(comment(entry.doc()));
            lines.add("    public final " + entry.type() + " " + entry.name() + " = new " + entry.type() + "("
                    + entry.constant() + ");");
        }
        lines.addAll(List.of("", "    UfuncFields() {}", "}"));
        return String.join("\n", lines) + "\n";
    }

    private static String methods(Chapter chapter, List<Entry> entries) {
        List<String> lines = new ArrayList<>(List.of("package io.arrayport.core;", "",
                entries.stream().flatMap(UfuncFacade::imports).distinct().sorted().collect(Collectors.joining("\n")),
                "",
                "// " + FROM,
                "/** The functions of {@link Np} in the ufuncs' chapter " + chapter.name().toLowerCase(Locale.ROOT)
                        + ". Each gives a new array, or {@code out}. */",
                "public sealed interface " + interfaceOf(chapter) + " permits UfuncFields {"));
        for (Entry entry : entries) {
            String first = entry.row().nin() == 1 ? "NdArray a" : "NdArray a, NdArray b";
            method(lines, entry, entry.doc(), first);
            if (entry.row().nin() == 2 && !entry.isProduct()) {
                String link = "As {@link #" + entry.name() + "(NdArray, NdArray, " + entry.option()
                        + "...)} with a weak number.";
                method(lines, entry, link, "NdArray a, Number b");
                method(lines, entry, link, "Number a, NdArray b");
            }
            if (!entry.isProduct()) {
                expressions(lines, entry);
            }
        }
        lines.removeLast();
        lines.add("}");
        return String.join("\n", lines) + "\n";
    }

    private static Stream<String> imports(Entry entry) {
        Stream<String> expressions = entry.isProduct() ? Stream.empty()
                : entry.isPair() ? Stream.of("Expr", "ExprPair") : Stream.of("Expr");
        return Stream.concat(Stream.concat(expressions, entry.isPair() ? Stream.of("ArrayPair") : Stream.empty()),
                Stream.of("NdArray", entry.option())).map(type -> "import io.arrayport.core.ndarray." + type + ";");
    }

    private static void method(List<String> lines, Entry entry, String doc, String parameters) {
        String arguments = entry.row().nin() == 1 ? "a" : "a, b";
        lines.addAll(List.of(comment(doc),
                "    default " + (entry.isPair() ? "ArrayPair " : "NdArray ") + entry.name() + "(" + parameters + ", "
                        + entry.option() + "... options) {",
                "        return ((UfuncFields) this)." + entry.name() + ".call(" + arguments + ", options);", "    }",
                ""));
    }

    /** What fused functions are written with. */
    private static void expressions(List<String> lines, Entry entry) {
        boolean one = entry.row().nin() == 1;
        for (String parameters : one ? List.of("Expr a") : List.of("Expr a, Expr b", "Expr a, Number b",
                "Number a, Expr b")) {
            lines.addAll(List.of("    /** The same in a fused function: {@link Fusing#fuse}. */",
                    "    default " + (entry.isPair() ? "ExprPair " : "Expr ") + entry.name() + "(" + parameters + ") {",
                    "        return ((UfuncFields) this)." + entry.name() + ".call(" + (one ? "a" : "a, b") + ");",
                    "    }", ""));
        }
    }

    /** As one line where that is not too wide, as the formatter leaves it. */
    private static String comment(String doc) {
        String line = "    /** " + doc + " */";
        if (line.length() <= WIDTH) {
            return line;
        }
        StringBuilder text = new StringBuilder("    /**\n     *");
        int column = 6;
        for (String word : doc.split(" ")) {
            if (column + 1 + word.length() > WIDTH) {
                text.append("\n     *");
                column = 6;
            }
            text.append(' ').append(word);
            column += 1 + word.length();
        }
        return text.append("\n     */").toString();
    }
}
