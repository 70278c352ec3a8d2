// start-uml PROGRAM WORDS…: runs user-mode Linux on a processor whose registers are more than it knows. It
// saves and restores a process's registers with PTRACE_SETREGSET, whose buffer is too small for AMX and makes
// it panic. Where the kernel refuses PTRACE_GETREGSET, as old ones do, it falls back to the registers that it
// knows.
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdio>

int main(int count, char** words) {
    if (count < 2) return 2;
    constexpr auto load = static_cast<unsigned short>(BPF_LD | BPF_W | BPF_ABS);
    constexpr auto equals = static_cast<unsigned short>(BPF_JMP | BPF_JEQ | BPF_K);
    constexpr auto answer = static_cast<unsigned short>(BPF_RET | BPF_K);
    std::array<sock_filter, 6> filter{{{load, 0, 0, offsetof(seccomp_data, nr)},
                                       {equals, 0, 3, SYS_ptrace},
                                       {load, 0, 0, offsetof(seccomp_data, args[0])},
                                       {equals, 0, 1, PTRACE_GETREGSET},
                                       {answer, 0, 0, SECCOMP_RET_ERRNO | EINVAL},
                                       {answer, 0, 0, SECCOMP_RET_ALLOW}}};
    sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
        prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0) {
        std::perror("start-uml: seccomp");
        return 1;
    }
    execv(words[1], words + 1);
    std::perror(words[1]);
    return 1;
}
