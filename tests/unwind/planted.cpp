// Negative control of tests/unwind/check: unwind data of no length, which it must find.
__asm__(".text\n.cfi_startproc\n.cfi_endproc\n");

int main()
{
    return 0;
}
