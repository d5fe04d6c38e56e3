hubwrightSearch("manifest",{"documents":90,"words":"0","endings":"a","texts":[86,4],"common":""});
