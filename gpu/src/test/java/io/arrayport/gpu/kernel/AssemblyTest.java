package io.arrayport.gpu.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import jcuda.nvptxcompiler.JNvPTXCompiler;
import jcuda.nvptxcompiler.nvPTXCompilerHandle;
import org.junit.jupiter.api.Test;

/** NVIDIA's assembler, which needs no GPU, takes what a driver would be given. */
class AssemblyTest {
    @Test
    void everyModuleIsAssembledForEveryGenerationThatItSupports() {
        KernelTable.sources().keySet().parallelStream().forEach(module -> {
            List<String> names = KernelTable.namesOf(module);
            // Of functions of one header, those of the widest types refer to the most
            for (String name : Set.copyOf(List.of(names.getFirst(), names.getLast()))) {
                for (String target : List.of("sm_75", "sm_90")) {
                    assertThat(assembled(Kernels.text(name), target)).as(name + " for " + target).isEmpty();
                }
            }
        });
    }

    @Test
    void whatIsNoPtxIsRefused() {
        assertThat(assembled(".version 7.0\n.target sm_75\n.address_size 64\nnonsense\n", "sm_75"))
                .containsIgnoringCase("error");
    }

    /** Returns what the assembler complains of; nothing if it does not. */
    private static String assembled(String ptx, String target) {
        byte[] text = (ptx + "\0").getBytes(StandardCharsets.UTF_8);
        nvPTXCompilerHandle compiler = new nvPTXCompilerHandle();
        assertThat(JNvPTXCompiler.nvPTXCompilerCreate(compiler, text.length - 1L, text)).isZero();
        try {
            if (JNvPTXCompiler.nvPTXCompilerCompile(compiler, 1, new String[]{"--gpu-name=" + target}) == 0) {
                return "";
            }
            long[] length = new long[1];
            JNvPTXCompiler.nvPTXCompilerGetErrorLogSize(compiler, length);
            byte[] log = new byte[(int) length[0] + 1];
            JNvPTXCompiler.nvPTXCompilerGetErrorLog(compiler, log);
            return "error: " + new String(log, StandardCharsets.UTF_8);
        } finally {
            JNvPTXCompiler.nvPTXCompilerDestroy(compiler);
        }
    }
}
