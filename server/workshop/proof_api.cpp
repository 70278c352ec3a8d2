#include "server/workshop/proof_api.h"

#include "db/pool.h"
#include "server/domain/codes.h"
#include "server/domain/refusals.h"
#include "server/ledger/prove.h"

namespace remise::workshop {

using namespace domain;

namespace {

http::Reply showProof(db::Pool& pool, const http::Request& request) {
    const std::string code = normaliseScan(request.parameter("code"));
    if (codeKind(code) != CodeKind::unit)
        return http::Reply::problem(Refusal(refusals::damagedCode, {{"code", code.substr(0, 64)}}),
                                    request.language);
    const auto connection = pool.take();
    auto proof = ledger::proveUnit(*connection, code);
    if (!proof) return http::Reply::problem(Refusal(refusals::notFound), request.language);
    return http::Reply::jsonText(std::move(proof->json))
        .with("Content-Disposition", "attachment; filename=\"" + code + ".json\"");
}

}  // namespace

void addProofRoute(http::Router& router, db::Pool& pool) {
    router.add({"GET", "/api/v1/units/{code}/proof",
                [&pool](const http::Request& request) { return showProof(pool, request); }});
}

}  // namespace remise::workshop
