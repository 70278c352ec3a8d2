pragma Singleton
import QtQuick
import Remise

/// The four states' colours; a colour never stands without its shape.
QtObject {
    function colourOf(sign: string): color {
        switch (sign) {
        case "go": return Tokens.go
        case "wait": return Tokens.wait
        case "stop": return Tokens.stop
        case "info": return Tokens.info
        }
        return Tokens.ink
    }
}
