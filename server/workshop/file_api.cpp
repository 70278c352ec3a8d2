#include "server/workshop/file_api.h"

#include "db/file_store.h"
#include "server/domain/refusals.h"
#include "server/proof/sha256.h"
#include "server/workshop/strip_metadata.h"

namespace remise::workshop {

using namespace domain;

namespace {

constexpr std::size_t largestFile = 4'000'000;
constexpr std::uint64_t mostMegabytes = 40;  // of one association

http::Reply no(const RefusalKind& kind, const http::Request& request) {
    return http::Reply::problem(Refusal(kind), request.language);
}

Uuid associationOf(const http::Request& request) {
    return Uuid::parse(request.caller.association).value_or(Uuid{});
}

http::Reply putFile(db::Pool& pool, const http::Request& request) {
    const auto hash = Digest::parse(request.parameter("sha256"));
    if (!hash || proof::sha256(request.body) != *hash) return no(refusals::fileHash, request);
    auto clean = cleanFile(request.body);
    if (!clean) return no(refusals::fileType, request);
    const auto connection = pool.take();
    if (request.caller.role == Role::association &&
        db::bytesBeside(*connection, associationOf(request), *hash) + clean->bytes.size() >
            mostMegabytes * 1'000'000)
        return http::Reply::problem(Refusal(refusals::filesFull, {{"limit", std::to_string(mostMegabytes)}}),
                                    request.language);
    db::keepFile(*connection, {*hash, associationOf(request), std::string(clean->type), request.caller.id,
                               request.receivedAt, std::move(clean->bytes)});
    return http::Reply::json(Value::Object{{"file", hash->hex()}, {"type", clean->type}}, 201);
}

/// An association sees what it sent itself.
http::Reply getFile(db::Pool& pool, const http::Request& request) {
    const auto hash = Digest::parse(request.parameter("sha256"));
    if (!hash) return no(refusals::notFound, request);
    const auto connection = pool.take();
    auto file = request.caller.role == Role::association
                    ? db::findFileOf(*connection, associationOf(request), *hash)
                    : db::findFile(*connection, *hash);
    if (!file) return no(refusals::notFound, request);
    const bool isPicture = file->type.starts_with("image/");
    auto reply = http::Reply::bytes(file->type, std::move(file->body));
    if (!isPicture)  // a document opens in a program of its own, never as a page of ours
        reply.with("Content-Disposition", "attachment; filename=\"" + hash->hex().substr(0, 16) + ".pdf\"");
    return reply;
}

http::Reply deleteFile(db::Pool& pool, const http::Request& request) {
    const auto hash = Digest::parse(request.parameter("sha256"));
    const auto connection = pool.take();
    if (!hash || db::deleteFile(*connection, *hash) == 0) return no(refusals::notFound, request);
    return http::Reply::empty();
}

}  // namespace

void addFileRoutes(http::Router& router, db::Pool& pool) {
    router.add({"PUT", "/api/v1/files/{sha256}", [&pool](const http::Request& r) { return putFile(pool, r); },
                largestFile});
    router.add(
        {"GET", "/api/v1/files/{sha256}", [&pool](const http::Request& r) { return getFile(pool, r); }});
    router.add({"DELETE", "/api/v1/files/{sha256}",
                [&pool](const http::Request& r) { return deleteFile(pool, r); }});
}

}  // namespace remise::workshop
