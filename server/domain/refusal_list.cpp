#include "server/domain/refusal_list.h"

#include <algorithm>

namespace remise::domain {

const RefusalKind* refusalNamed(std::string_view code) {
    const auto list = everyRefusal();
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const RefusalKind* kind) { return kind->code == code; });
    return found == list.end() ? nullptr : *found;
}

}  // namespace remise::domain
