#pragma once

#include <cstdint>
#include <functional>
#include <vector>

namespace remise::drivers::disks {

/// Bytes of a drive that lie side by side.
struct Range {
    std::uint64_t offset = 0;
    std::uint64_t length = 0;

    bool operator==(const Range&) const = default;
};

/// Which places of a drive a pass visits, cut into pieces for one read or write each.
class Places {
public:
    /// The whole drive, as one place.
    static Places all(std::uint64_t bytes);
    /// Samples as NIST SP 800-88 has them: the drive in 1,000 equal subsections, in each half of a subsection
    /// one place of 5 % of the subsection where nobody can foresee it, and the first and last megabyte of
    /// the drive besides: a tenth of the drive. A drive too small for that is read as a whole.
    /// `random` gives a number below its argument; `block` is what all places are a multiple of.
    using Random = std::function<std::uint64_t(std::uint64_t below)>;
    static Places sampled(std::uint64_t bytes, std::uint32_t block, const Random&);
    /// With the kernel's randomness.
    static Places sampled(std::uint64_t bytes, std::uint32_t block);

    /// So many blocks, one in each equal part of the drive where nobody can foresee it, and the first and the
    /// last.
    static Places scattered(std::uint64_t bytes, std::uint32_t block, std::uint64_t count);

    [[nodiscard]] const std::vector<Range>& places() const { return m_places; }
    [[nodiscard]] std::uint64_t bytes() const;
    /// In pieces of at most so many bytes: how many there are, and one of them, which may be empty.
    [[nodiscard]] std::uint64_t pieces(std::uint64_t length) const;
    [[nodiscard]] Range piece(std::uint64_t index, std::uint64_t length) const;

private:
    explicit Places(std::vector<Range> places);
    [[nodiscard]] std::uint64_t piecesEach(std::uint64_t length) const;

    std::vector<Range> m_places;
    std::uint64_t m_longest = 0;
};

}  // namespace remise::drivers::disks
