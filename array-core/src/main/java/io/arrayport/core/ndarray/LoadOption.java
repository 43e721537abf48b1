package io.arrayport.core.ndarray;

/** Options of {@code np.load}. */
@Positional(1)
public sealed interface LoadOption extends FileOption permits LoadOption.MmapModeOption, FileOption.MaxHeaderSize {
    /**
     * That the file is mapped, and who may write.
     *
     * @param mode not WRITE
     */
    record MmapModeOption(MmapMode mode) implements LoadOption {}
}
