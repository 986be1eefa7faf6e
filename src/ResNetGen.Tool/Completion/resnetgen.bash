# Completion of resnetgen for bash: eval "$(resnetgen completion bash)" in ~/.bashrc.
_resnetgen() {
    local line=${COMP_LINE:0:COMP_POINT} word=${COMP_WORDS[COMP_CWORD]} found
    line=${line#*[[:space:]]}
    COMPREPLY=()
    # Names of files are taken as they are: nothing in them is expanded.
    while IFS= read -r found; do
        [[ $found == "$word"* ]] && COMPREPLY+=("$(printf %q "$found")")
    done < <("$1" "[suggest:${#line}]" "$line" 2>/dev/null)
    # A folder goes on.
    [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == */ ]] && compopt -o nospace 2>/dev/null
    return 0
}
complete -o bashdefault -o default -F _resnetgen resnetgen
