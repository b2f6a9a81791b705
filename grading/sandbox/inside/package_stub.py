"""The course's package as student code finds it in the sandbox: its functions do nothing."""


def check(*_args, **_kwargs):
    """Nothing: the judgement is made outside."""


hint = explore = predict = hand_in = check
