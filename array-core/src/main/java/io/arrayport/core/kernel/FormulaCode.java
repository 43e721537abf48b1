package io.arrayport.core.kernel;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Objects;

import io.arrayport.core.backend.Op;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Writes the kernel of a {@link Formula}: one loop, in which each vector of the result is computed from those of the
 * inputs. All of it is calls of the Vector API, which the compiler inlines however many there are; see
 * {@link Template}. The last vector ends with the last element and overlaps its neighbour; it is computed first,
 * because the loop may overwrite its inputs. Of far arrays, where the last one would have to be waited for, it is the
 * first vector that overlaps its neighbour; in the nearest cache, where it would leave all others unaligned, that takes
 * half as long again.
 */
final class FormulaCode {
    private static final MethodTypeDesc RUN = MethodTypeDesc.of(CD_void, CD_long.arrayType(), CD_long);
    private static final int AT = 1;
    private static final int COUNT = 2;
    /** The result of the vector that overlaps its neighbour, which no value's number is. */
    private static final int EDGE = -1;

    private final Formula formula;
    private final VectorSpecies<?> species;
    private final VectorCode code;
    private final int[] from;
    private final int[] edge;

    private FormulaCode(Formula formula, VectorSpecies<?> species, VectorCode code) {
        this.formula = formula;
        this.species = species;
        this.code = code;
        this.from = new int[formula.inputs() + 1];
        this.edge = new int[from.length];
    }

    static FormulaKernel of(Formula formula) {
        VectorSpecies<?> usual = Objects.requireNonNull(VectorTypes.species(formula.lane()));
        VectorSpecies<?> shorter = formula.far() ? VectorTypes.far(usual) : null;
        VectorSpecies<?> species = shorter == null ? usual : shorter;
        VectorCode code = new VectorCode(species);
        ClassDesc name = ClassDesc.of(FormulaCode.class.getPackageName() + ".Spun");
        byte[] bytes = ClassFile.of().build(name, type -> {
            type.withFlags(AccessFlag.FINAL).withInterfaceSymbols(ClassDesc.of(FormulaKernel.class.getName()));
            type.withMethodBody(ConstantDescs.INIT_NAME, ConstantDescs.MTD_void, 0, body -> body.aload(0)
                    .invokespecial(CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void).return_());
            type.withMethodBody("run", RUN, ClassFile.ACC_PUBLIC,
                    body -> new FormulaCode(formula, species, code).write(body));
        });
        try {
            return (FormulaKernel) MethodHandles.lookup()
                    .defineHiddenClassWithClassData(bytes, List.copyOf(code.constants()), true).lookupClass()
                    .getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("kernel: cannot define " + formula, e);
        }
    }

    private void write(CodeBuilder body) {
        code.begin(body);
        long step = species.vectorByteSize();
        int element = formula.lane().bytes();
        for (int i = 0; i < from.length; i++) {
            from[i] = body.allocateLocal(TypeKind.LONG);
            edge[i] = body.allocateLocal(TypeKind.LONG);
            body.aload(AT).loadConstant(i).laload().lstore(from[i]);
            body.lload(from[i]);
            if (!formula.far()) {
                body.lload(COUNT).loadConstant((long) species.length()).lsub().loadConstant((long) element).lmul()
                        .ladd();
            }
            body.lstore(edge[i]);
            if (isRepeated(i)) {
                code.repeat(i, element, from[i]);
            }
        }
        int result = formula.inputs() + formula.terms().size() - 1;
        compute(edge);
        code.move(EDGE, result);
        int to = from[formula.inputs()];
        int end = formula.far() ? skip(body, to, element) : edge[formula.inputs()];
        Label again = body.newLabel();
        Label done = body.newLabel();
        body.labelBinding(again).lload(to).lload(end).lcmp().ifge(done);
        compute(from);
        code.store(result, to, 0);
        advance(body, () -> body.loadConstant(step));
        body.goto_(again).labelBinding(done);
        code.store(EDGE, edge[formula.inputs()], 0);
        body.return_();
    }

    /** Leaves as many elements for the loop as fill vectors; returns the local variable that says where they end. */
    private int skip(CodeBuilder body, int to, int element) {
        int end = body.allocateLocal(TypeKind.LONG);
        body.lload(to).lload(COUNT).loadConstant((long) element).lmul().ladd().lstore(end);
        int skipped = body.allocateLocal(TypeKind.LONG);
        body.lload(COUNT).lconst_1().lsub().loadConstant(species.length() - 1L).land().lconst_1().ladd()
                .loadConstant((long) element).lmul().lstore(skipped);
        advance(body, () -> body.lload(skipped));
        return end;
    }

    private void advance(CodeBuilder body, Runnable step) {
        for (int i = 0; i < from.length; i++) {
            if (!isRepeated(i)) {
                body.lload(from[i]);
                step.run();
                body.ladd().lstore(from[i]);
            }
        }
    }

    private boolean isRepeated(int input) {
        return input < formula.inputs() && (formula.repeated() >>> input & 1) != 0;
    }

    /** Computes a vector, at addresses that lie in local variables. */
    private void compute(int[] at) {
        for (int i = 0; i < formula.inputs(); i++) {
            if (!isRepeated(i)) {
                code.load(i, at[i], 0);
            }
        }
        for (int i = 0; i < formula.terms().size(); i++) {
            term(formula.inputs() + i, formula.terms().get(i));
        }
    }

    private void term(int to, Formula.Term term) {
        Op op = term.op();
        int a = term.inputs().getFirst();
        int b = term.inputs().getLast();
        if (op == null) {
            code.choose(to, a, term.inputs().get(1), b);
        } else if (Formula.isComparison(op)) {
            code.test(to, a, VectorTypes.comparison(op, formula.lane()), b);
        } else if (op.inputs() == 2) {
            code.binary(to, a, Objects.requireNonNull(VectorTypes.operator(op, formula.lane())), b);
        } else if (op == Op.SQUARE) {
            code.binary(to, a, VectorOperators.MUL, a);
        } else {
            code.unary(to, op == Op.NEGATIVE ? VectorOperators.NEG
                    : op == Op.SQRT ? VectorOperators.SQRT : VectorOperators.ABS, a);
        }
    }
}
