package io.arrayport.core.ufunc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.arrayport.core.backend.Signature;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.dtype.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The signatures of a ufunc, in the order in which NumPy tries them. Types are written as NumPy's letters. */
public final class Loops {
    private static final String LETTERS = "?bhilBHILeEfdFDMm"; // bfloat16 is E, as in ml_dtypes
    /** In the order of the letters; times are of no unit, as what calls them says which. */
    private static final List<DType> TYPES = allTypes();
    private static final String SAME_AS_LONG = "qQ";

    /** None: what follows from the operands is not listed. */
    static final Loops NONE = new Loops(List.of(), null, null);

    private final List<Signature> list;
    private final Signature[] loops;
    /** The type of all inputs of each loop; null where they differ. */
    private final @Nullable DType[] uniform;
    private final @Nullable DType ofIntegers;
    private final @Nullable DType refused;
    private final boolean mixed;

    /** What was found for types that none of them has. */
    private final Map<List<DType>, Signature> found = new ConcurrentHashMap<>();

    private Loops(List<Signature> list, @Nullable DType ofIntegers, @Nullable DType refused) {
        this.list = List.copyOf(list);
        this.loops = list.toArray(Signature[]::new);
        this.uniform = new DType[list.size()];
        for (int i = 0; i < uniform.length; i++) {
            List<DType> inputs = list.get(i).inputs();
            uniform[i] = inputs.getFirst().equals(inputs.getLast()) ? inputs.getFirst() : null;
        }
        this.ofIntegers = ofIntegers;
        this.refused = refused;
        boolean differ = true;
        for (DType type : uniform) {
            differ &= type == null;
        }
        mixed = differ;
    }

    private static List<DType> allTypes() {
        List<DType> types = new ArrayList<>(DType.ALL);
        types.add(TimeType.datetime64(TimeUnit.GENERIC));
        types.add(TimeType.timedelta64(TimeUnit.GENERIC));
        return types;
    }

    /** Returns for each letter the loop in which all inputs and the output have that type. */
    static Loops uniform(int inputs, String letters) {
        return each(inputs, letters, letters);
    }

    /** Returns for each letter the loop in which all inputs have that type and the output is bool. */
    static Loops predicate(int inputs, String letters) {
        return giving(inputs, letters, "?");
    }

    /** Returns for each letter the loop in which all inputs and as many as {@code outputs} have that type. */
    static Loops uniform(int inputs, int outputs, String letters) {
        List<Signature> list = new ArrayList<>();
        for (String letter : letters.split("")) {
            list.add(signature(letter.repeat(inputs) + "->" + letter.repeat(outputs)));
        }
        return new Loops(list, null, null);
    }

    /** Returns for each letter the loop in which all inputs have that type and the output is {@code output}. */
    static Loops giving(int inputs, String letters, String output) {
        return each(inputs, letters, output.repeat(letters.length()));
    }

    /** Returns those written in {@code types} as NumPy's {@code ufunc.types}, separated by blanks. */
    static Loops of(String types) {
        List<Signature> list = new ArrayList<>();
        for (String type : types.split(" ")) {
            list.add(signature(type));
        }
        return new Loops(list, null, null);
    }

    private static Loops each(int inputs, String letters, String outputs) {
        List<Signature> list = new ArrayList<>();
        for (int i = 0; i < letters.length(); i++) {
            list.add(signature(letters.substring(i, i + 1).repeat(inputs) + "->" + outputs.charAt(i)));
        }
        return new Loops(list, null, null);
    }

    /** Returns these and then those. */
    Loops and(Loops more) {
        List<Signature> both = new ArrayList<>(list);
        both.addAll(more.list);
        return new Loops(both, ofIntegers, refused);
    }

    /** Returns these and then those written in {@code types} as NumPy's {@code ufunc.types}, separated by blanks. */
    Loops and(String types) {
        return and(of(types));
    }

    /** Returns these, of which bools and integers take that of {@code type}, not the first that holds them. */
    Loops integersAs(DType type) {
        return new Loops(list, type, refused);
    }

    /** Returns these, of which none takes inputs that are all {@code type}, though they could be converted. */
    Loops refusing(DType type) {
        return new Loops(list, ofIntegers, type);
    }

    private static Signature signature(String text) {
        int arrow = text.indexOf("->");
        return new Signature(types(text.substring(0, arrow)), types(text.substring(arrow + 2)));
    }

    private static List<DType> types(String letters) {
        List<DType> types = new ArrayList<>();
        for (char letter : letters.toCharArray()) {
            int same = SAME_AS_LONG.indexOf(letter);
            types.add(TYPES.get(LETTERS.indexOf(same < 0 ? letter : "lL".charAt(same))));
        }
        return types;
    }

    /** Returns the loop that inputs of these types are converted for; null if there is none. */
    @Nullable
    Signature converting(List<DType> types, Function<List<DType>, @Nullable Signature> search) {
        Signature known = found.get(types);
        if (known == null) {
            known = search.apply(types);
            if (known != null) {
                found.put(types, known);
            }
        }
        return known;
    }

    /** Returns whether no loop of theirs has two inputs of one type. */
    boolean isMixed() {
        return mixed;
    }

    /** Returns them in order. */
    public List<Signature> list() {
        return list;
    }

    /** Returns NumPy's text of a signature: {@code "bb->b"}. */
    static String text(Signature signature) {
        return letters(signature.inputs()) + "->" + letters(signature.outputs());
    }

    private static String letters(List<DType> types) {
        StringBuilder text = new StringBuilder();
        for (DType type : types) {
            text.append(LETTERS.charAt(TYPES.indexOf(type instanceof TimeType time ? generic(time) : type)));
        }
        return text.toString();
    }

    private static DType generic(TimeType time) {
        return time.span() ? TimeType.timedelta64(TimeUnit.GENERIC) : TimeType.datetime64(TimeUnit.GENERIC);
    }

    /** Returns the type that bools and integers take; null if that is up to the search. */
    @Nullable
    DType ofIntegers() {
        return ofIntegers;
    }

    /** Returns whether inputs of these types are refused. */
    boolean refuses(List<DType> types) {
        return refused != null && types.stream().allMatch(refused::equals);
    }

    /** Returns the loop of one input for exactly this type; null if there is none. */
    @Nullable
    Signature exact(DType a) {
        Signature constant = constant(a);
        if (constant != null && constant.inputs().size() == 1) {
            return constant;
        }
        for (Signature signature : loops) {
            if (signature.inputs().size() == 1 && signature.input(0).equals(a)) {
                return signature;
            }
        }
        return null;
    }

    /** Returns the first loop all of whose inputs are this very type: nearly always one of the constants. */
    @SuppressWarnings("ReferenceEquality") // a short cut
    private @Nullable Signature constant(DType type) {
        for (int i = 0; i < uniform.length; i++) {
            if (uniform[i] == type) {
                return loops[i];
            }
        }
        return null;
    }

    /** Returns the loop for exactly these two types; null if there is none. */
    @SuppressWarnings("ReferenceEquality") // a short cut
    @Nullable
    Signature exact(DType a, DType b) {
        Signature constant = a == b ? constant(a) : null;
        if (constant != null) {
            return constant;
        }
        for (Signature signature : loops) {
            if (signature.inputs().size() == 2 && signature.input(0).equals(a) && signature.input(1).equals(b)) {
                return signature;
            }
        }
        return null;
    }
}
