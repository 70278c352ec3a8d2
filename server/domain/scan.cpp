#include "server/domain/scan.h"

#include "server/domain/codes.h"

namespace remise::domain {

std::vector<Reading> readingsOf(const Scan& scan) {
    const std::string normal = normaliseScan(scan.text);
    return {{codeKind(normal) ? Meaning::ourCode : Meaning::text, normal}};
}

}  // namespace remise::domain
