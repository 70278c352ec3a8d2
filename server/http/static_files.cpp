#include "server/http/static_files.h"

#include <array>
#include <cstdint>

#include "server/domain/refusals.h"
#include "server/http/router.h"

namespace remise::http {
namespace {

struct Type {
    std::string_view ending, type;
};

constexpr std::array types{
    Type{".css", "text/css; charset=utf-8"},
    Type{".js", "text/javascript; charset=utf-8"},
    Type{".svg", "image/svg+xml"},
    Type{".woff2", "font/woff2"},
    Type{".png", "image/png"},
    Type{".txt", "text/plain; charset=utf-8"},
};

std::string typeOf(std::string_view path) {
    for (const Type& type : types)
        if (path.ends_with(type.ending)) return std::string(type.type);
    return "application/octet-stream";
}

/// FNV-1a, 64 bits: tells versions apart, proves nothing.
std::uint64_t mixed(std::uint64_t hash, std::string_view bytes) {
    for (const char byte : bytes)
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
    return hash;
}

std::string letters(std::uint64_t hash) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (int shift = 60; shift >= 0; shift -= 4)
        text += digits[(hash >> shift) & 15];
    return text;
}

constexpr std::uint64_t basis = 0xcbf29ce484222325;

Reply serve(const embedded::Files& files, const std::string& version, const Request& request) {
    const auto found = files.find(request.parameter("path"));
    if (found == files.end())
        return Reply::problem(domain::Refusal(domain::refusals::notFound), request.language);
    const std::string tag = '"' + letters(mixed(basis, found->second)) + '"';
    const bool isPinned = request.queryValue("v") == version;
    Reply reply = request.header("if-none-match") == tag
                      ? Reply::empty(304)
                      : Reply::bytes(typeOf(found->first), std::string(found->second));
    return reply.with("ETag", tag)
        .with("Cache-Control", isPinned ? "public, max-age=31536000, immutable" : "public, max-age=300");
}

}  // namespace

std::string contentVersion(const embedded::Files& files) {
    std::uint64_t hash = basis;
    for (const auto& [path, bytes] : files)
        hash = mixed(mixed(hash, path), bytes);
    return letters(hash).substr(0, 12);
}

void addStaticRoutes(Router& router, const embedded::Files& files) {
    router.add({.method = "GET",
                .pattern = "/static/{path...}",
                .handler = [&files, version = contentVersion(files)](
                               const Request& request) { return serve(files, version, request); },
                .access = Access::open});
}

}  // namespace remise::http
