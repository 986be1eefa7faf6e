#compdef resnetgen
# Completion of resnetgen for zsh: eval "$(resnetgen completion zsh)" in ~/.zshrc, behind compinit.
_resnetgen() {
    local line="${(j: :)words[2,CURRENT]}"
    local -a found
    found=("${(@f)$("${words[1]}" "[suggest:${#line}]" "$line" 2>/dev/null)}")
    found=("${(@)found:#}")
    (( ${#found} )) && compadd -S '' -- "${(@M)found:#*/}"
    (( ${#found} )) && compadd -- "${(@)found:#*/}" || _files
}
compdef _resnetgen resnetgen
